import { isPostedByPerson } from '../../domain/messages/connectors.ts';
import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { Transaction } from '../../prisma/client.ts';
import { type MessageToSettle, ownItems } from '../messages/settling/message-to-settle.ts';
import type { FactContext } from '../outcome.ts';
import { refuseStopped } from './stopped-run.ts';
import { takeCustomer } from './take-customer.ts';
import { asActor } from '../stored-json.ts';

/**
 * A message of a run was cancelled because one of its invoices or the address changed before it left. The run judges
 * its invoices again: what may still leave does, what is paid or held by now is refused, and so is what somebody
 * decided about otherwise. When the run was stopped nothing is remade, except a letter that a person had to post.
 * Returns the new message's id, or null.
 */
export async function remakeRun(
  tx: Transaction,
  context: FactContext,
  cancelled: MessageToSettle,
): Promise<string | null> {
  const run = cancelled.runId ? await tx.run.findUnique({ where: { id: cancelled.runId } }) : null;
  if (!run) return null;
  const carried = { runId: run.id, messageId: cancelled.id };
  const isStopped = run.stoppedAt !== null;
  if (isStopped && !isPostedByPerson(cancelled)) {
    await refuseStopped(tx, carried);
    return null;
  }
  const actor = asActor(run.actor);
  const invoiceIds = ownItems(cancelled).map(({ invoiceId }) => invoiceId);
  const asked = { invoiceId: { in: invoiceIds } };
  await tx.runItem.updateMany({ where: { ...carried, NOT: asked }, data: { state: 'refused', ...TAKEN_BACK } });
  await tx.runItem.updateMany({ where: { ...carried, ...asked }, data: { state: 'waiting', messageId: null } });
  const { startMessageIds } = await takeCustomer(tx, { ...context, actor }, run, cancelled.customerId, {
    onlyIds: invoiceIds,
  });
  return startMessageIds[0] ?? null;
}

const TAKEN_BACK = {
  messageId: null,
  code: 'withdrawn',
  detail: 'Somebody decided otherwise about this invoice before its reminder left.',
} as const satisfies { code: RunRefusalCode; detail: string; messageId?: null };
