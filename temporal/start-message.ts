import type { Database } from '../prisma/client.ts';
import { messageWorkflowId } from '../workflows/ids.ts';
import type { MessageInput } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts the workflow of a reserved message, on its caller's clock; leaves one that runs alone. */
export async function startMessage(db: Database, dispatcher: Dispatcher, messageId: string, at: Date): Promise<void> {
  const message = await db.message.findUniqueOrThrow({ where: { id: messageId }, select: STARTED });
  const input: MessageInput = { creditorId: message.creditorId, messageId };
  await startExecution(dispatcher, {
    workflowId: messageWorkflowId(message.customer.creditor.slug, messageId),
    type: 'message',
    input,
    at,
    summary: `R${message.level ?? 0} · ${message.kind} · ${message.origin}`,
  });
}

const STARTED = {
  creditorId: true,
  level: true,
  kind: true,
  origin: true,
  customer: { select: { creditor: { select: { slug: true } } } },
} as const;
