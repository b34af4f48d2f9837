import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';

/** Where the instant ends in a UUIDv7, and what is random begins. */
const RANDOM_FROM = 19;

/** The id of what is written down now; under a request key its end is the same for each repeat. */
export function idOfRequest({ requestKey }: FactContext): string {
  if (requestKey === undefined) return uuidv7();
  return uuidv7({ random: createHash('sha256').update(requestKey).digest().subarray(0, 16) });
}

/**
 * What this very request wrote down before, when its answer was lost; null: nothing. To be asked under the customer's lock. `field`
 * has the id in the line of history.
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
