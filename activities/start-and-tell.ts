import type { AfterTakingBack } from '../facts/plan/take-letter-back.ts';
import { startMessage } from '../temporal/start-message.ts';
import { tell } from '../temporal/tell.ts';
import type { ActivityDeps, CaseCall } from './activity-deps.ts';

/**
 * Starts the messages that were made again and signals the other cases; the calling case gets the news as the result of
 * its own call.
 */
export async function startAndTell(deps: ActivityDeps, call: CaseCall, after: AfterTakingBack): Promise<void> {
  const at = new Date(call.at);
  for (const id of after.remadeIds) await startMessage(deps.db, deps.dispatcher, id, at);
  const others = after.tellings.filter(({ invoiceId }) => invoiceId !== call.invoiceId);
  if (others.length > 0) await tell(deps.db, deps.dispatcher, others, at);
}
