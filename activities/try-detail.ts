import pTimeout from 'p-timeout';
import type { TryOutcome } from '../domain/messages/tries.ts';
import type { ActivityDeps } from './activity-deps.ts';

const PATIENCE_MS = 2_000;

/**
 * Keeps what a provider said about a try in Postgres, with the message, because the text may quote the recipient;
 * Temporal gets only the code. The try is over by then: after two seconds the text is given up.
 */
export async function keepDetail(deps: ActivityDeps, messageId: string, outcome: TryOutcome): Promise<TryOutcome> {
  if (!('detail' in outcome)) return outcome;
  const data = { waitDetail: outcome.detail || null };
  try {
    await pTimeout(deps.db.message.updateMany({ where: { id: messageId }, data }), { milliseconds: PATIENCE_MS });
  } catch (err) {
    deps.log.warn({ messageId, err }, 'what the provider said could not be kept');
    // So that the text of the try before is not taken for this one's.
    return { ...outcome, detail: 'What the provider said could not be kept.' };
  }
  return { ...outcome, detail: '' };
}

/** Adds the stored detail to an outcome. Outcomes of older releases still carry their detail themselves. */
export function withDetail<Outcome extends { kind: string }>(outcome: Outcome, kept: string | null): Outcome {
  return 'detail' in outcome && outcome.detail === '' ? { ...outcome, detail: kept ?? '' } : outcome;
}
