import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';

/** One visit of the work list, with an empty cache. */
export interface WorkListVisit {
  /** Milliseconds from the start of the navigation until rows are drawn. */
  usableMs: number;
  /** The bytes of all scripts loaded until then, as transferred. */
  scriptBytes: number;
  /** Chooses a counter and returns the milliseconds until its rows were drawn. */
  choose: (counter: string) => Promise<number>;
  close: () => Promise<void>;
}

const WATCH_ROWS = fileURLToPath(new URL('watch-rows.js', import.meta.url));
const SCRIPT_BYTES = `performance.getEntriesByType('resource')
  .filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`;

/** Signs in and opens the work list in a browser context of its own. */
export async function openWorkList(browser: Browser, url: string): Promise<WorkListVisit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  await context.request.post(`${url}/v1/session/demo`, { data: { role: 'supervisor' }, headers: { Origin: url } });
  await context.addInitScript({ path: WATCH_ROWS });
  const page = await context.newPage();
  await page.goto(`${url}/relances`);
  return {
    usableMs: await page.evaluate<number>('relanceBench.drawn'),
    scriptBytes: await page.evaluate<number>(SCRIPT_BYTES),
    choose: async (counter) => {
      await page.getByRole('group', { name: 'Compteurs' }).getByRole('button', { name: counter }).click();
      return page.evaluate<number>('relanceBench.changed');
    },
    close: () => context.close(),
  };
}
