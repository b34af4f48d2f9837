import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';

/** Index in a UUIDv7's text at which the instant has ended and the random part begins. */
const RANDOM_FROM = 19;

/**
 * A new id. With a request key its random part is derived from the key, so it is the same for each repeat of the
 * request.
 */
export function idOfRequest({ requestKey }: FactContext): string {
  if (requestKey === undefined) return uuidv7();
  return uuidv7({ random: createHash('sha256').update(requestKey).digest().subarray(0, 16) });
}

/**
 * What an earlier try of this same request recorded before its answer was lost; null when nothing was. Call it under
 * the customer's lock. `field` is the name under which the history line keeps the id.
 */
export async function writtenBefore(
  tx: Transaction,
  context: FactContext,
  customerId: string,
  { kind, field }: { kind: 'call' | 'note'; field: 'callId' | 'noteId' },
): Promise<{ id: string; at: Date } | null> {
  if (context.requestKey === undefined) return null;
  const data = { path: [field], string_ends_with: idOfRequest(context).slice(RANDOM_FROM) };
  const line = await tx.historyEntry.findFirst({ where: { customerId, kind, data } });
  return line && { id: (line.data as Record<string, string>)[field]!, at: line.at };
}
