import { afterEach, beforeEach, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand } from './screens/debts.ts';
import { workListOf } from './screens/work-list.ts';
import { useBrowser } from './visit.ts';

// The state of the work list is kept in the page's address.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

it('filters, order and columns stand in the address, so that a colleague sees the same', async () => {
  const list = await workListOf(one);
  const { page } = list;
  await list.table.getByRole('columnheader', { name: 'Reste dû' }).getByRole('button').click();
  await page.waitForURL(/sort=/);
  await page.getByRole('textbox', { name: 'Client, pièce, dossier' }).press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('q'));
  await list.choose('R1');
  await page.waitForURL(/r1/);
  await page.reload();
  await list.counter('R1').and(page.locator('[aria-pressed=true]')).waitFor();
  const heads = list.table.getByRole('columnheader', { name: 'Reste dû' });
  await heads.and(page.locator('[aria-sort=ascending]')).waitFor();
});
