import { localDate } from '../../domain/calendar/local-time.ts';
import { confirmReasonAfter } from '../../domain/holds/confirm-after-hold.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import type { HoldRow } from './hold-answer.ts';

export type HoldOutcome = 'kept' | 'broken' | 'withdrawn' | 'upheld' | 'rejected' | 'lifted' | 'expired';

/**
 * Ends one hold. After a litigation, a rejected dispute or more than 30 days, the next step of the cases it had stopped
 * needs a person's confirmation, when the settings say so; a case that needs one already keeps its reason. The caller
 * raises versions and writes history.
 */
export async function endHold(
  tx: Transaction,
  { settings }: BusinessDay,
  hold: HoldRow,
  ending: { outcome: HoldOutcome; at: Date; invoiceIds: readonly string[] },
) {
  const row = await tx.hold.update({
    where: { id: hold.id },
    data: { endedAt: ending.at, outcome: ending.outcome, awaitingCredit: false },
  });
  if (!settings.confirmAfterRelease) return row;
  // A hold with an end ended at that instant, however late that was noticed.
  const endedAt = row.endsAt && row.endsAt < ending.at ? row.endsAt : ending.at;
  const confirmReason = confirmReasonAfter({
    kind: hold.kind,
    outcome: ending.outcome,
    sinceOn: localDate(hold.sinceAt.toISOString(), settings.timeZone),
    endedOn: localDate(endedAt.toISOString(), settings.timeZone),
  });
  if (!confirmReason) return row;
  const { count } = await tx.invoice.updateMany({
    where: { id: { in: [...ending.invoiceIds] }, confirmReason: null },
    data: { confirmReason },
  });
  return count === 0 ? row : tx.hold.update({ where: { id: row.id }, data: { endAskedToConfirm: true } });
}
