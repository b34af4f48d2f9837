import pTimeout from 'p-timeout';
import type { TryOutcome } from '../domain/messages/tries.ts';
import type { ActivityDeps } from './activity-deps.ts';

const PATIENCE_MS = 2_000;

/**
 * What a provider says of a try may quote whom it was for. It stays in Postgres, with the message; Temporal hears the code alone.
 * The try is over: what cannot be kept in two seconds is done without.
 */
export async function keepDetail(deps: ActivityDeps, messageId: string, outcome: TryOutcome): Promise<TryOutcome> {
  if (!('detail' in outcome)) return outcome;
  const data = { waitDetail: outcome.detail || null };
  try {
    await pTimeout(deps.db.message.updateMany({ where: { id: messageId }, data }), { milliseconds: PATIENCE_MS });
  } catch (err) {
    deps.log.warn({ messageId, err }, 'what the provider said could not be kept');
    // Not what it had said of the try before.
    return { ...outcome, detail: 'What the provider said could not be kept.' };
  }
  return { ...outcome, detail: '' };
}

/** The outcome with what was kept of it. What an older release's try said stands in the outcome itself. */
export function withDetail<Outcome extends { kind: string }>(outcome: Outcome, kept: string | null): Outcome {
  return 'detail' in outcome && outcome.detail === '' ? { ...outcome, detail: kept ?? '' } : outcome;
}
