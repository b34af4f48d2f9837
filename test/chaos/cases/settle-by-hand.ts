import type { Owed, World } from '../world.ts';

/** A person looks up the one message of unknown outcome in the ledger, says what became of it, and confirms the task that may follow. */
export async function settleByHand(world: World, { file }: Owed): Promise<void> {
  const messages: { id: string; status: string }[] = await file.messages();
  const ambiguous = messages.find(({ status }) => status === 'ambiguous');
  if (!ambiguous) throw new Error(`${file.number} should be ambiguous: ${messages.map((each) => each.status).join()}`);
  const isThere = (await file.mails()).some((mail) => mail.idempotency_key === ambiguous.id);
  const outcome = isThere ? 'sent' : 'not_sent';
  await world.business.do('POST', `/messages/${ambiguous.id}/resolve`, { outcome, comment: 'Vérifié' });
  world.count(`settled by a person as ${outcome}`);
  const { status } = await file.dunningOnce(({ next, status }) => next !== null && status !== 'needs_attention');
  if (status === 'to_confirm') await file.confirm();
}
