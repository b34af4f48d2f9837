import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { WorkList } from './screens/work-list.ts';
import { useBrowser, visit } from './visit.ts';

// A list keeps its scroll position and its active row, by mouse and by keyboard.

useBrowser();

const SCROLLED = `document.querySelector('[role=table]')?.scrollTop ?? -1`;
const ROWS = `[...document.querySelectorAll('[data-row-id]')].map((row) => row.getAttribute('data-row-id'))`;
const FOCUSED_ROW = `document.activeElement?.closest('[role=row]')?.getAttribute('data-row-id') ?? ''`;
const FOCUSED_HEADING = `document.activeElement?.closest('[role=dialog] h2')?.textContent ?? ''`;

/** Keys so quick that what the first leads to could not be drawn when there is time. */
const AT_ONCE = (...keys: string[]) => `(async () => {
  for (const key of ${JSON.stringify(keys)}) {
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await null;
  }
})()`;

async function workList(query = ''): Promise<WorkList> {
  const list = new WorkList(await visit(`/relances${query}`, { role: 'collector' }));
  await list.table.getByRole('checkbox').nth(2).waitFor();
  return list;
}

const scrolled = (page: Page) => page.evaluate<number>(SCROLLED);

it('with Back it stands where one left it, with what was ticked; the menu and G lead to its filters and order as they were', async () => {
  const list = await workList('?sort=-balance_cents');
  const { page, table } = list;
  await page.evaluate(`document.querySelector('[role=table]').scrollTop = 720`);
  const row = table.locator('[aria-rowindex="28"]');
  await row.waitFor();
  const id = (await row.getAttribute('data-row-id')) ?? '';
  await row.getByRole('checkbox').check();
  await expect.poll(() => scrolled(page)).toBe(720);
  await row.getByRole('link').first().click();
  await page.waitForURL(/\/clients\//);
  await page.goBack();
  const again = table.locator(`[data-row-id="${id}"]`);
  await again.waitFor();
  expect(await again.getByRole('checkbox').isChecked()).toBe(true);
  expect(await scrolled(page)).toBe(720);
  const menu = page.getByRole('navigation', { name: 'Pages' });
  await menu.getByRole('link', { name: 'Contentieux' }).click();
  await page.waitForURL(/contentieux/);
  await menu.getByRole('link', { name: 'Relances' }).click();
  await page.waitForURL(/relances\?sort=-balance_cents/);
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await page.waitForURL(/contentieux/);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await page.waitForURL(/relances\?sort=-balance_cents/);
});

it('J gives the row the focus, Enter the drawer, which says what it goes on to, and Esc gives it back to the row', async () => {
  const { page } = await workList();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const ids = await page.evaluate<string[]>(ROWS);
  const focused = () => page.evaluate<string>(FOCUSED_ROW);
  await expect.poll(focused).toBe(ids[1]);
  await page.keyboard.press('Enter');
  const heading = () => page.evaluate<string>(FOCUSED_HEADING);
  await expect.poll(heading).not.toBe('');
  const first = await heading();
  await page.keyboard.press('j');
  await expect.poll(async () => [await heading(), first].includes('') || (await heading()) !== first).toBe(true);
  expect(await heading()).not.toBe('');
  await page.keyboard.press('Escape');
  // The row that the keyboard moved on to: which one it is depends on the cases that came in.
  const isElsewhere = async () => ![ids[1], '', null, undefined].includes(await focused());
  await expect.poll(isElsewhere).toBe(true);
});

it('after a click the keys go on from the row that was opened', async () => {
  const { page, table } = await workList();
  const ids = await page.evaluate<string[]>(ROWS);
  await table.locator(`[data-row-id="${ids[8]}"]`).click({ position: { x: 420, y: 18 } });
  await page.waitForURL(new RegExp(`/relances/${ids[8]}`));
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('j');
  await expect.poll(() => page.evaluate<string>(FOCUSED_ROW)).toBe(ids[9]);
});

it('keys that come before the page is drawn are for what it will show: J twice goes on by two, and P after J is about the next case', async () => {
  const { page, table } = await workList();
  const ids = await page.evaluate<string[]>(ROWS);
  const isOpen = async (at: number) => {
    await page.waitForURL(new RegExp(`/relances/${ids[at]}`));
    await page.getByRole('dialog').getByRole('button', { name: 'Promesse…' }).waitFor();
  };
  await table.locator(`[data-row-id="${ids[8]}"]`).click({ position: { x: 420, y: 18 } });
  await isOpen(8);
  await page.evaluate(AT_ONCE('j', 'j'));
  await isOpen(10);
  await page.keyboard.press('k');
  await isOpen(9);
  await page.evaluate(AT_ONCE('j', 'p'));
  await page.getByRole('dialog', { name: /^Promesse de règlement/ }).waitFor();
  expect(page.url()).toContain(ids[10]);
});

it('an order that is chosen in the instant before a row is opened stays', async () => {
  const { page, table } = await workList();
  await table.getByRole('columnheader').getByRole('button', { name: 'Reste dû' }).waitFor();
  await page.evaluate(`[...document.querySelectorAll('[role=columnheader] button')].find((one) => one.textContent.includes('Reste dû')).click();
    document.querySelector('[data-row-id]').click()`);
  await page.waitForURL(/relances\/.*sort=/);
});
