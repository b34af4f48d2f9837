import { afterAll, beforeAll, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// The filters of a list, while they are typed.

useBrowser();

let one: CaseFile;
beforeAll(async () => {
  one = await dueByHand();
});
afterAll(() => one.file());

it('/ leads to what the agenda is searched by: who calls is found there', async () => {
  const title = unique('Rappeler');
  const alert_at = (await company().clock()).now_at;
  const body = { title, alert_at, customer_id: one.customer.id };
  await company().do('POST', '/tasks', body);
  const page = await visit('/agenda?tab=to_do', { fresh: true });
  await page.getByRole('table', { name: 'Actions' }).getByRole('row').nth(2).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(one.customer.reference.toLowerCase());
  await page.getByRole('row').filter({ hasText: title }).waitFor();
  await expect
    .poll(() =>
      page
        .getByRole('row')
        .filter({ has: page.getByRole('checkbox') })
        .count(),
    )
    .toBeLessThan(4);
  expect(new URL(page.url()).searchParams.get('q')).toBe(one.customer.reference.toLowerCase());
});

it('a day of a filter that is none leaves no other day in force, among the messages and in the work list', async () => {
  const asked = (page: { url: () => string }, name: string) => new URL(page.url()).searchParams.get(name);
  const messages = await visit('/envois', { fresh: true });
  const from = fieldOf(messages, 'Du');
  await from.fill('20/11/2099');
  await expect.poll(() => asked(messages, 'from_on')).toBe('2099-11-20');
  const anyOfThem = messages.locator('[data-row-id]').first();
  await anyOfThem.waitFor({ state: 'detached' });
  // The page is left at the moment of the last letter, before the address has followed.
  await from.focus();
  await messages.evaluate(`document.activeElement.select(); document.execCommand('insertText', false, '31/11/2026');
    document.activeElement.blur()`);
  await messages.getByText('Ce n’est pas une date (jj/mm/aaaa).').waitFor();
  await anyOfThem.waitFor();
  expect([asked(messages, 'from_on'), await from.inputValue()]).toEqual([null, '31/11/2026']);

  const page = await visit('/relances', { fresh: true });
  await page.getByRole('button', { name: /^Filtres/ }).click();
  const after = fieldOf(page, 'Échéance après le');
  await after.fill('12/12/2026');
  await expect.poll(() => asked(page, 'due_after')).toBe('2026-12-12');
  await after.fill('31/11/2026');
  await expect.poll(() => asked(page, 'due_after')).toBeNull();
  const least = fieldOf(page, 'Reste dû d’au moins');
  await least.fill('1500,5');
  await least.press('Tab');
  await expect.poll(() => asked(page, 'min_balance_cents')).toBe('150050');
  expect(await least.inputValue()).toMatch(/^1.500,50.€$/);
});

it('the sum in litigation is of the currency that the address asks for, and says which', async () => {
  const dollars = await dueByHand({ cents: 123_400, invoice: { currency: 'USD' } });
  await dollars.do('PUT', '/litigation', { reason: 'Avocat' });
  const page = await visit('/contentieux?currency=USD');
  const total = page.getByText(/^1.dossier/).filter({ hasText: '234,00' });
  await expect.poll(() => total.textContent()).toMatch(/1.234,00.\$/);
  expect(await total.textContent()).not.toContain('€');
  await dollars.file();
});

it('a collector who opens a supervisor’s list of whom it is time to erase sees what narrows it, and ends it', async () => {
  const page = await visit('/clients?erasable=true', { role: 'collector' });
  const over = page.getByRole('checkbox', { name: 'Conservation terminée' });
  await over.click();
  await expect.poll(() => new URL(page.url()).searchParams.has('erasable')).toBe(false);
  await page.getByRole('row').nth(1).waitFor();
  expect(await over.count()).toBe(0); // The page is for supervisors.
});

it('each tab of the agenda says how many there are under the filters, of what is done too', async () => {
  const title = unique('Fait');
  const task = { title, alert_at: (await company().clock()).now_at, customer_id: one.customer.id };
  await company().do('POST', '/tasks', task);
  const of = `/actions?customer_id=${one.customer.id}&limit=200`;
  const { data } = await company().do('GET', of);
  const { id } = data.find((action: { text: string }) => action.text.includes(title));
  await company().do('POST', `/actions/${id}/complete`, {});
  const page = await visit(`/agenda?customer_id=${one.customer.id}`);
  const { total } = await company().do('GET', `${of}&status=done,skipped&count=true`);
  expect(total).toBeGreaterThan(0);
  const tab = page.getByRole('tab', { name: /^Faites/ });
  await expect.poll(async () => Number(((await tab.textContent()) ?? '').replaceAll(/\D/g, ''))).toBe(total);
});
