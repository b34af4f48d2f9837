import type { Database } from '../prisma/client.ts';
import { messageWorkflowId } from '../workflows/ids.ts';
import type { MessageInput } from '../workflows/messages.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';

/** Starts the workflow of a reserved message on the caller's clock; one that is running is left alone. */
export async function startMessage(db: Database, dispatcher: Dispatcher, messageId: string, at: Date): Promise<void> {
  const [message] = await db.$queryRaw<Started[]>`
    SELECT m."creditorId", m.level, m.kind::text, m.origin::text, c.slug
    FROM messages m JOIN creditors c ON c.id = m."creditorId" WHERE m.id = ${messageId}::uuid`;
  if (!message) throw new Error(`message ${messageId} does not exist`);
  const input: MessageInput = { creditorId: message.creditorId, messageId };
  await startExecution(dispatcher, {
    workflowId: messageWorkflowId(message.slug, messageId),
    type: 'message',
    input,
    at,
    summary: `R${message.level ?? 0} · ${message.kind} · ${message.origin}`,
  });
}

interface Started {
  creditorId: string;
  level: number | null;
  kind: string;
  origin: string;
  slug: string;
}
