import type { Page, Route } from 'playwright-core';

/**
 * Holds the answers to requests like this back until the function that comes back is called: a slow connection that the
 * test rules over. What is asked reaches the server at once.
 */
export async function held(page: Page, method: string, isIt: (url: URL) => boolean): Promise<() => void> {
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const hold = async (route: Route) => {
    if (route.request().method() !== method) return route.fallback();
    const response = await route.fetch();
    await answered;
    return route.fulfill({ response });
  };
  await page.route(isIt, hold);
  return answer;
}

/** Call this before the page is left: the answers that are still held must have come. */
export const letGo = (page: Page): Promise<void> => page.unrouteAll({ behavior: 'wait' });
