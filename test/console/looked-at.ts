import axe from 'axe-core';
import type { Page } from 'playwright-core';

// Only the first rows of a long table are checked: the others are alike, and axe takes seconds for a hundred.
const ASKED = `{ include: [WITHIN], exclude: ['[role=rowgroup] > [role=row]:nth-child(n + 7)'] }`;
const FOUND = `axe.run(${ASKED}, OPTIONS).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary }) => id + ' at ' + target.join(' ') + ': ' + failureSummary)))`;

/** Results that pass are not read, and no style sheets are loaded again for media that play by themselves. */
const SPARING = { resultTypes: ['violations'], preload: false };

/** What axe finds wrong with the page; `only` limits it to one rule, `within` to a part of the page. */
export async function violationsOf(page: Page, only?: string, within?: string): Promise<string[]> {
  await settled(page);
  // Evaluated with the browser's own tools, to which the page's content policy does not apply.
  if (!(await page.evaluate<boolean>('Boolean(window.axe)'))) await page.evaluate(axe.source);
  const asked = FOUND.replace('OPTIONS', JSON.stringify({ ...SPARING, ...(only ? { runOnly: [only] } : {}) }));
  return page.evaluate<string[]>(asked.replace('WITHIN', within ? JSON.stringify(within) : 'document'));
}

// Beyond the window's right edge, and in no element that can be scrolled sideways.
const CUT_OFF = `[...document.querySelectorAll('h1, h2, button, a[href], input, [role=tab]')].filter((element) => {
  const { right, width } = element.getBoundingClientRect();
  if (width === 0 || right <= innerWidth + 1) return false;
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowX)) return false;
  }
  return true;
}).map((element) => element.getAttribute('aria-label') || element.textContent || element.outerHTML)`;
const IS_WIDER = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';

/** What cannot be reached at this window size: the page scrolls sideways, or a control lies outside it. */
export async function outOfReach(page: Page, size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size);
  await settled(page);
  const isWider = await page.evaluate<boolean>(IS_WIDER);
  const cutOff = await page.evaluate<string[]>(CUT_OFF);
  return [...(isWider ? ['the page scrolls sideways'] : []), ...cutOff];
}

const STILL = `Promise.all(document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime < Infinity)
  .map(({ finished }) => finished.catch(() => null)))`;

/** Resolves once nothing loads and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.evaluate(STILL);
}
