import type { CancelReason } from '../../domain/messages/cancel-reasons.ts';
import type { RefusalCode } from '../../domain/refusal-codes.ts';
import { forbidsPayment, stoppingHold } from '../../domain/messages/stopping-holds.ts';
import type { ThirdPartyRole } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import type { ReservedItem } from '../messages/reserving/reserve-message.ts';
import { type Fault, FactRefused, invalid } from '../refused.ts';

/** Case files for a statement, with their holds. Read them under the locks of their customers. */
export async function readFiles(tx: Transaction, creditorId: string, invoiceIds: readonly string[]) {
  return tx.invoice.findMany({
    where: { id: { in: [...invoiceIds] }, creditorId },
    include: { holds: HOLDS_IN_FORCE, customer: { select: { holds: CUSTOMER_HOLDS_IN_FORCE } } },
    orderBy: { id: 'asc' },
  });
}

export type StatementFile = Awaited<ReturnType<typeof readFiles>>[number];

/** True when the file names this third party, which may then read about it. */
export const isFileOf = ({ referrerId, notaryId }: StatementFile, thirdPartyId: string | null): boolean =>
  thirdPartyId !== null && (referrerId === thirdPartyId || notaryId === thirdPartyId);

/** Why a file is refused, and why a statement with it is cancelled. */
interface Obstacle {
  code: Extract<CancelReason, 'credit_note' | 'paid' | 'case_closed' | 'held'>;
  detail: string;
}

/**
 * Why a file may not be listed in a statement; null when it may. A notary is asked to pay, so a notary's statement
 * lists no debtor who may not pay; a referrer is only informed.
 */
export function obstacleOf(file: StatementFile, role: ThirdPartyRole | null): Obstacle | null {
  if (file.kind === 'credit_note') return { code: 'credit_note', detail: 'A credit note is not unpaid.' };
  if (file.closedAs === 'paid' || file.balanceCents <= 0) return { code: 'paid', detail: 'This file is paid.' };
  if (file.closedAs !== null) return { code: 'case_closed', detail: 'This file is closed.' };
  const holds = [...file.holds, ...file.customer.holds];
  const hold = stoppingHold(role === 'notary' ? 'statement_to_notary' : 'statement', holds);
  if (hold && holds.some(forbidsPayment) && hold !== 'litigation' && hold !== 'dispute') {
    const detail = 'This debtor may not pay: what he owes is declared, and no notary is asked for it.';
    return { code: 'held', detail };
  }
  return hold && { code: 'held', detail: `This file is in ${hold} and may not stand in a statement.` };
}

/**
 * The named files, each once, if all are unpaid files of this third party in one currency; otherwise refuses each fault
 * (422).
 */
export function checkFiles(
  files: readonly StatementFile[],
  invoiceIds: readonly string[],
  thirdPartyId: string,
  role: ThirdPartyRole,
): StatementFile[] {
  const faults: (Fault & { code: RefusalCode })[] = [];
  const taken = [...new Set(invoiceIds)].flatMap((id) => {
    const file = files.find((one) => one.id === id);
    const obstacle =
      file && isFileOf(file, thirdPartyId)
        ? obstacleOf(file, role)
        : { code: 'not_theirs' as const, detail: 'This file is not theirs.' };
    if (!obstacle) return file ?? [];
    const pointer = `/invoice_ids/${invoiceIds.indexOf(id)}`;
    faults.push({ ...obstacle, pointer, fix: 'Leave it out.' });
    return [];
  });
  const [first] = faults;
  if (first) {
    const errors = faults.map(({ pointer, detail, fix }) => ({ pointer, detail, fix }));
    throw new FactRefused('invalid', first.code, first.detail, errors);
  }
  if (new Set(taken.map(({ currency }) => currency)).size > 1) {
    const detail = 'A statement is in one currency.';
    throw invalid('several_currencies', '/invoice_ids', detail, 'Make a statement for each currency.');
  }
  return taken;
}

/** A file as an item of a statement's message. */
export function statementItem({ id: invoiceId, cycle, level, balanceCents: amountCents }: StatementFile): ReservedItem {
  return { invoiceId, cycle, level, amountCents, stepKey: null, repeat: 0 };
}
