/**
 * Runs the work with a signal that is aborted after `limitMs`, or when the given signal is. Without AbortSignal.any(…,
 * timeout(…)): on Node 20 such a signal may be collected before it fires.
 */
export async function limited<Result>(
  limitMs: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const stop = () => limit.abort(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => limit.abort(new DOMException('No answer in time', 'TimeoutError')), limitMs);
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
