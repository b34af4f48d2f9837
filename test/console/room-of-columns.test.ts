import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser, visit } from './visit.ts';

// The columns of a list can be read in a window of 1440 by 900. Only the portfolio's rows are looked at: other tests of the stack leave
// rows whose numbers are longer than any real ones.
const OF_PORTFOLIO = 'q=FA-2026-1';

useBrowser();

/** The texts of the list's cells that begin like this, and those of them that are cut off in width or in lines. */
const cellsOf = (page: Page, begins: string) =>
  page.evaluate<{ all: string[]; cut: string[] }>(`(() => {
    const cells = [...document.querySelectorAll('[role=cell]')].filter((cell) => /^${begins}/.test(cell.textContent));
    const widthOf = (part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return range.getBoundingClientRect().width;
    };
    const isCut = (part) =>
      widthOf(part) > part.getBoundingClientRect().width + 0.1 || part.scrollHeight > part.clientHeight + 1;
    const cut = cells.filter((cell) => [cell, ...cell.querySelectorAll('*')].some(isCut));
    return { all: cells.map((cell) => cell.textContent), cut: cut.map((cell) => cell.textContent) };
  })()`);

it('000-22 the number of the invoice that a message is about', async () => {
  const page = await visit(`/envois?${OF_PORTFOLIO}`);
  await page.getByRole('table', { name: 'Tout ce qui a été envoyé' }).getByRole('row').nth(10).waitFor();
  const { all, cut } = await cellsOf(page, 'FA-2026-[0-9]+$');
  expect(all.length).toBeGreaterThan(5);
  expect(cut).toEqual([]);
});

it('what is to be decided when the reminders are exhausted stands whole in the agenda', async () => {
  const page = await visit(`/agenda?tab=to_do&kind=task&${OF_PORTFOLIO}`);
  await page
    .getByRole('cell')
    .filter({ hasText: /^Relances épuisées/ })
    .first()
    .waitFor();
  const { all, cut } = await cellsOf(page, 'Relances épuisées');
  expect(all.length).toBeGreaterThan(0);
  expect(cut).toEqual([]);
});
