import { ApiProblem, isAway } from './problem.ts';

type Send<Result> = (header: { 'Idempotency-Key': string }) => Promise<Result>;

/** Idempotency keys of requests that have no answer yet, by their content. */
const unanswered = new Map<string, string>();

/**
 * Sends a request once, however often it is tried. Requests with the same content (`what`) share one Idempotency-Key
 * until there is an answer, so that a repeat after a lost answer, or after one without a verdict, changes nothing
 * twice. After a refusal the next try has a new key.
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

/** Whether the result of the first try is still unknown. */
const isOpen = (error: unknown): boolean =>
  isAway(error) || (error instanceof ApiProblem && error.code === 'in_progress');
