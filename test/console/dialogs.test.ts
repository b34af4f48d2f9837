import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { violationsOf } from './looked-at.ts';
import { dueByHand } from './screens/debts.ts';
import { workListOf } from './screens/work-list.ts';
import { useBrowser, visit } from './visit.ts';

// Every dialog and drawer: axe finds nothing in light and dark, the focus goes in, and comes back to where it was.

useBrowser();

let one: CaseFile;
beforeAll(async () => {
  one = await dueByHand();
});
afterAll(() => one.file());

const OPEN = '[role=dialog][aria-modal=true]';
const IS_INSIDE = `Boolean(document.activeElement?.closest('[role=dialog]'))`;
const FOCUSED = `document.activeElement?.textContent ?? ''`;

/** What is wrong with the dialog that `open` opens and Esc closes. */
async function faultsOf(page: Page, open: () => Promise<void>): Promise<string[]> {
  const faults: string[] = [];
  const dialogs = page.locator(OPEN);
  // A drawer may be open already.
  const dialog = dialogs.nth(await dialogs.count());
  await open();
  await dialog.waitFor();
  faults.push(...(await violationsOf(page, undefined, OPEN)));
  if (!(await page.evaluate<boolean>(IS_INSIDE))) faults.push('the focus is not in it');
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await violationsOf(page, 'color-contrast', OPEN)));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return faults;
}

/** The same check for a dialog that a button opens, which gets the focus back. */
async function faultsBehind(page: Page, name: string): Promise<string[]> {
  const button = page.getByRole('button', { name }).first();
  const faults = await faultsOf(page, () => button.click());
  await expect
    .poll(() => page.evaluate<string>(FOCUSED), { message: `the focus after ${name}` })
    .toBe(await button.textContent());
  return faults;
}

it('every dialog of a case', async () => {
  const page = await visit(`/dossiers/${one.id}`, { role: 'collector' });
  await page.getByRole('article', { name: one.number }).waitFor();
  const found: Record<string, string[]> = {};
  const bar = ['Promesse…', 'Litige…', 'Contentieux…', 'Pause…', 'Niveau…', 'Appel…', 'Tâche…', 'Note…', 'Relancer…'];
  for (const name of bar) {
    const faults = await faultsBehind(page, name);
    if (faults.length > 0) found[name] = faults;
  }
  expect(found).toEqual({});
}, 240_000);

it('the search, the keys, a run, a new action and a changed status', async () => {
  const list = await workListOf(one);
  const { page } = list;
  expect(await faultsOf(page, () => page.keyboard.press('Control+k'))).toEqual([]);
  expect(await faultsOf(page, () => page.keyboard.press('?'))).toEqual([]);
  await list.tick(one.number);
  expect(await faultsBehind(page, 'Relancer…')).toEqual([]);
  await page.goto(`/clients/${one.customer.id}`);
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  expect(await faultsBehind(page, 'Nouvelle action (hors scénario)')).toEqual([]);
  expect(await faultsBehind(page, 'Modifier le statut')).toEqual([]);
}, 240_000);

it('an action that is looked at and changed before it is confirmed', async () => {
  const page = await visit('/agenda?tab=to_confirm&kind=email', { role: 'collector' });
  const row = page.getByRole('table', { name: 'Actions' }).getByRole('row').filter({ hasText: 'à confirmer' }).first();
  await row.click();
  await page.getByLabel('Objet').waitFor();
  const subject = await page.getByLabel('Objet').inputValue();
  await page.getByLabel('Objet').fill('Votre facture en retard');
  await page.keyboard.press('Escape');
  await page.getByLabel('Objet').waitFor({ state: 'hidden' });
  await row.click();
  // What was typed is there again, until it is sent or dropped.
  await expect.poll(() => page.getByLabel('Objet').inputValue()).toBe('Votre facture en retard');
  expect(await violationsOf(page, undefined, '[role=dialog]')).toEqual([]);
  await page.getByRole('button', { name: 'Revenir au message prévu' }).click();
  await expect.poll(() => page.getByLabel('Objet').inputValue()).toBe(subject);
  for (const name of ['Reporter…', 'Passer…', 'Terminer l’action…']) expect(await faultsBehind(page, name)).toEqual([]);
}, 240_000);

it('going live says what would leave on the first day, and asks for the word', async () => {
  // The API's answers for a company that has a provider and whose clock is not ahead, unlike the demonstration.
  const page = await visit('/agenda', { fresh: true });
  await page.route('**/v1/session', async (route) => {
    const answer = await route.fetch();
    const session = await answer.json();
    await route.fulfill({ response: answer, json: { ...session, demo: { ...session.demo, offset_days: 0 } } });
  });
  await page.route('**/v1/settings/providers', async (route) => {
    const answer = await route.fetch();
    const providers = await answer.json();
    await route.fulfill({ response: answer, json: { ...providers, mail: { ...providers.mail, provider: 'resend' } } });
  });
  const firstDay = [{ level: 1, kind: 'email', count: 12, balance_cents: 345_600 }];
  await page.route('**/v1/settings/live', (route) =>
    route.fulfill({ json: { cases: 240, first_day: firstDay, no_address: 3 } }),
  );
  await page.goto('/reglages/passer-en-reel');
  const line = page.getByRole('table', { name: 'Ce qui serait à confirmer le premier jour' }).getByRole('row').nth(1);
  await line.getByText('12', { exact: true }).waitFor();
  await page.getByText(/^Sans adresse pour la première relance.: 3.dossiers/).waitFor();
  expect(await faultsBehind(page, 'Passer en réel…')).toEqual([]);
  await page.getByRole('button', { name: 'Passer en réel…' }).click();
  const confirm = page.getByRole('button', { name: /^Passer 240.dossiers en réel$/ });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByLabel(/^Tapez/).fill('en réel');
  await confirm.click({ trial: true });
});
