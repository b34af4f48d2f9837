import { z } from 'zod';
import type { Database } from '../../prisma/client.ts';
import type { ActionRow } from './action-row.ts';

const ACTOR = z.object({ kind: z.enum(['user', 'key', 'system', 'provider']), name: z.string() });
type Settler = z.infer<typeof ACTOR>;

/** What history says when a person ends an action without a message, at the instant of `settledAt`. */
const ENDINGS = ['completed', 'skipped', 'call', 'attention'];

/**
 * Who did or skipped these actions, by the action's id: the author of its message, or of the line in the customer's
 * history. An action that is open or was withdrawn, and one about nobody, has no entry.
 */
export async function settledBy(db: Database, rows: readonly ActionRow[]): Promise<Map<string, Settler>> {
  const found = new Map<string, Settler>();
  const ended: (ActionRow & { settledAt: Date })[] = [];
  for (const row of rows) {
    if (row.state !== 'done' && row.state !== 'skipped') continue;
    const sent = ACTOR.safeParse(row.messages.find(({ id }) => id === row.messageId)?.actor);
    if (sent.success) found.set(row.id, sent.data);
    if (row.settledAt) ended.push({ ...row, settledAt: row.settledAt });
  }
  if (ended.length === 0) return found;
  const lines = await db.historyEntry.findMany({
    where: {
      kind: { in: ENDINGS },
      OR: ended.flatMap(({ customerId, settledAt }) => (customerId === null ? [] : [{ customerId, at: settledAt }])),
    },
    select: { customerId: true, invoiceId: true, at: true, actorKind: true, actorName: true },
  });
  for (const { id, customerId, invoices, settledAt } of ended) {
    const line = lines.find(
      (one) =>
        one.customerId === customerId &&
        one.at.getTime() === settledAt.getTime() &&
        (one.invoiceId === null || invoices.some(({ invoiceId }) => invoiceId === one.invoiceId)),
    );
    const actor = ACTOR.safeParse(line && { kind: line.actorKind, name: line.actorName });
    if (actor.success) found.set(id, actor.data);
  }
  return found;
}
