const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

/**
 * Asks, less and less often, until the answer is as wanted. Throws with the last answer when that takes longer than `patienceMs` ms:
 * otherwise the test would go on with something else than it says.
 */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isRight: (answer: Answer) => boolean,
  patienceMs = 45_000,
): Promise<Answer> {
  const fromMs = performance.now();
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    const waitedMs = performance.now() - fromMs;
    if (waitedMs > patienceMs)
      throw new Error(`Not so within ${patienceMs / 1_000} s: ${JSON.stringify(answer)?.slice(0, 2_000)}`);
    const pauseMs = Math.min(Math.max(waitedMs / 4, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
