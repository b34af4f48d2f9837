import type { Transaction } from '../../prisma/client.ts';
import type { BusinessDay } from '../business-calendar.ts';
import { type HistoryLine, recordHistory, type SaidInHistory } from '../history.ts';
import type { FactContext } from '../outcome.ts';
import { seeToDeclaring } from './ask-to-declare.ts';
import { endHold } from './end-hold.ts';
import type { HoldRow } from './hold-answer.ts';
import { isInsolvency } from './insolvency.ts';

/** The actor of what the product does by its own clock: no person did it. */
export const BY_THE_CLOCK = { kind: 'system', name: 'Relance' } as const;

/** Ends a pause whose last day is over, for the cases it had stopped. The caller raises their versions. */
export async function expirePause(
  tx: Transaction,
  context: FactContext,
  day: BusinessDay,
  pause: HoldRow,
  invoiceIds: readonly string[],
): Promise<void> {
  await endHold(tx, day, pause, { outcome: 'expired', at: context.at, invoiceIds });
  const { customerId } = pause;
  if (isInsolvency(pause)) await seeToDeclaring(tx, context, day, { customerId, invoiceIds, terms: null });
  const data = { holdId: pause.id, outcome: 'expired', customer: pause.invoiceId === null };
  const lines = linesFor(customerId, invoiceIds, { kind: 'resumed', data });
  await recordHistory(tx, { ...context, actor: BY_THE_CLOCK }, lines);
}

/** One history line for each case concerned; one for the customer when there is none. */
export function linesFor<Said extends SaidInHistory>(
  customerId: string,
  invoiceIds: readonly string[],
  said: Said,
): (Said & Pick<HistoryLine, 'customerId' | 'invoiceId'>)[] {
  if (invoiceIds.length === 0) return [{ ...said, customerId }];
  return invoiceIds.map((invoiceId) => ({ ...said, customerId, invoiceId }));
}
