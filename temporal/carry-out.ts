import type { AfterCommit } from '../facts/outcome.ts';
import type { Database } from '../prisma/client.ts';
import type { Dispatcher } from './dispatcher.ts';
import { startMessage } from './start-message.ts';
import { tell } from './tell.ts';

/**
 * Starts the messages and tells the cases of what was committed at `at`; safe to repeat. The case `exceptInvoiceId` is not
 * told: its own workflow made the call, and learns the result from the answer.
 */
export async function carryOut(
  { db, dispatcher }: { db: Database; dispatcher: Dispatcher },
  { startMessageIds = [], tellings }: AfterCommit,
  at: Date,
  exceptInvoiceId?: string,
): Promise<void> {
  for (const id of startMessageIds) await startMessage(db, dispatcher, id, at);
  const others = tellings.filter(({ invoiceId }) => invoiceId !== exceptInvoiceId);
  await tell(db, dispatcher, others, at);
}
