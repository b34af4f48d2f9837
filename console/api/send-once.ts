import { ApiProblem, isAway } from './problem.ts';

type Send<Result> = (header: { 'Idempotency-Key': string }) => Promise<Result>;

/** The keys of what was sent and has no answer yet. */
const unanswered = new Map<string, string>();

/**
 * Sends a thing once, however often it is tried: `what` (the thing with all it says) goes under the same Idempotency-Key until
 * there is an answer, so that a repeat after a lost answer, or one without a verdict, does nothing twice. What was refused
 * may be tried anew.
 */
export async function sendOnce<Result>(what: unknown, send: Send<Result>): Promise<Result> {
  const text = JSON.stringify(what);
  const key = unanswered.get(text) ?? crypto.randomUUID();
  unanswered.set(text, key);
  try {
    const answer = await send({ 'Idempotency-Key': key });
    unanswered.delete(text);
    return answer;
  } catch (error) {
    if (!isOpen(error)) unanswered.delete(text);
    throw error;
  }
}

/** Nobody knows yet what comes of the first try. */
const isOpen = (error: unknown): boolean =>
  isAway(error) || (error instanceof ApiProblem && error.code === 'in_progress');
