import type { Database, Transaction } from '../../prisma/client.ts';
import type { ThirdParty, ThirdPartyRole } from '../../prisma/generated/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import type { StatementInput } from '../inputs/statement.ts';
import { keepNothing } from '../keep-nothing.ts';
import { type ReadMessage, readMessage } from '../messages/drawing/draw-message.ts';
import { reserveMessage } from '../messages/reserving/reserve-message.ts';
import type { FactContext } from '../outcome.ts';
import { invalid, notFound } from '../refused.ts';
import { isReachable } from './addressee.ts';
import { checkFiles, readFiles, statementItem } from './statement-files.ts';

/**
 * Reserves a statement of unpaid files for a third party, under the locks of all their customers; the caller starts its
 * workflow after the commit. Returns the id of its message. A repeat with the same `requestKey` returns the same
 * statement.
 */
export async function createStatement(
  db: Database,
  context: FactContext,
  thirdPartyId: string,
  input: StatementInput,
  requestKey: string | null,
): Promise<string> {
  return db.$transaction((tx) => reserveStatement(tx, context, thirdPartyId, input, requestKey));
}

/** Reads what a statement would say, and to whom. Nothing is kept, and what would be refused is refused. */
export async function previewStatement(
  db: Database,
  context: FactContext,
  thirdPartyId: string,
  input: StatementInput,
): Promise<ReadMessage> {
  return keepNothing(db, async (tx) => {
    const messageId = await reserveStatement(tx, context, thirdPartyId, input, null);
    return readMessage(tx, { messageId, at: context.at.toISOString() });
  });
}

async function reserveStatement(
  tx: Transaction,
  context: FactContext,
  thirdPartyId: string,
  input: StatementInput,
  requestKey: string | null,
): Promise<string> {
  const { creditorId } = context;
  const party = await tx.thirdParty.findFirst({ where: { id: thirdPartyId, creditorId } });
  if (!party) throw notFound();
  const named = await readFiles(tx, creditorId, input.invoice_ids);
  await lockCustomers(
    tx,
    named.map(({ customerId }) => customerId),
  );
  const earlier = requestKey && (await findEarlier(tx, creditorId, requestKey));
  if (earlier) return earlier;
  const role = await roleOf(tx, party);
  const found = await readFiles(tx, creditorId, input.invoice_ids);
  const files = checkFiles(found, input.invoice_ids, thirdPartyId, role);
  refuseUnreachable(party, input.mode);
  const settings = await tx.settings.findUniqueOrThrow({ where: { creditorId }, select: { liveAt: true } });
  const customerIds = files.map(({ customerId }) => customerId).sort();
  return reserveMessage(tx, context, {
    ...{ customerId: customerIds[0]!, thirdPartyId, thirdPartyRole: role },
    ...{ language: party.language, currency: files[0]!.currency, kind: input.mode, level: null },
    letterKind: input.mode === 'letter' ? 'simple' : null,
    templateId: await templateFor(tx, context, role, input.template_id),
    ...{ origin: 'statement', originId: requestKey, actionId: null, actor: context.actor },
    test: settings.liveAt === null,
    items: files.map(statementItem),
  });
}

async function findEarlier(tx: Transaction, creditorId: string, originId: string): Promise<string | null> {
  const earlier = await tx.message.findFirst({
    where: { creditorId, origin: 'statement', originId, status: { notIn: ['cancelled', 'failed'] } },
    select: { id: true },
  });
  return earlier?.id ?? null;
}

/** A third party that is notary in any file gets statements as a notary; a referrer gets one only if professional. */
async function roleOf(tx: Transaction, { id, professional }: ThirdParty): Promise<ThirdPartyRole> {
  if (await tx.invoice.findFirst({ where: { notaryId: id }, select: { id: true } })) return 'notary';
  if (professional) return 'referrer';
  const detail = 'A referrer who is not a professional gets no statement.';
  throw invalid('not_professional', '', detail, 'Mark him as professional, if he is.');
}

function refuseUnreachable(party: ThirdParty, mode: StatementInput['mode']): void {
  if (isReachable(party, mode)) return;
  const what = mode === 'email' ? 'no e-mail address' : 'no postal address';
  throw invalid('no_address', '/mode', `The third party has ${what}.`, 'Complete it, or choose the other mode.');
}

/** The template that was chosen, else the newest one for this role; null for the default text. */
async function templateFor(
  tx: Transaction,
  { creditorId }: FactContext,
  role: ThirdPartyRole,
  chosen: string | undefined,
): Promise<string | null> {
  const which = chosen === undefined ? { thirdParty: role } : { id: chosen };
  const template = await tx.template.findFirst({
    where: { creditorId, kind: 'statement', ...which },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  if (template || chosen === undefined) return template?.id ?? null;
  throw invalid('unknown_template', '/template_id', 'There is no such template of a statement.', 'Give the id of one.');
}
