import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { violationsOf } from './looked-at.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// A customer's promise: in one sum or in instalments, withdrawn, and put back.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

interface Hold {
  id: string;
  kind: string;
  amount_cents: number;
  until_on: string;
}
const promises = async (): Promise<Hold[]> =>
  (await company().do('GET', `/invoices/${one.id}`)).dunning.holds.filter(({ kind }: Hold) => kind === 'promise');

it('in instalments, month by month, each of which can be changed; the next begins with what is not promised yet', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('p', /^Promesse de règlement/);
  await fieldOf(dialog, 'Montant promis').fill('200');
  await dialog.getByLabel('En plusieurs fois (échéancier)').check();
  const firstOn = plus(await today(), 10);
  const day = fieldOf(dialog, 'Première échéance le');
  await day.fill(firstOn);
  await day.press('Tab');
  expect(await fieldOf(dialog, 'Échéance 3').inputValue()).toMatch(/^66,68/);
  await fieldOf(dialog, 'Échéance 1').fill('50');
  await screen.consequence.getByText(/La première échéance qui n’est pas tenue met fin à toutes/).waitFor();
  expect(await violationsOf(screen.page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Enregistrer les 3 échéances' }).click();
  await dialog.waitFor({ state: 'detached' });
  const stored = await promises();
  expect(stored.map((hold) => hold.amount_cents).toSorted()).toEqual([50_00, 66_66, 66_68]);
  expect(stored.map((hold) => hold.until_on).toSorted()[0]).toBe(firstOn);
  await screen.holds.getByText(/50,00.€ promis pour le/).waitFor();
  const again = await screen.press('p', /^Promesse de règlement/);
  await again.getByText(/^183,34.€ déjà promis, en 3 fois jusqu’au /).waitFor();
  await expect.poll(() => fieldOf(again, 'Montant promis').inputValue()).toMatch(/^66,66/);
  await screen.page.keyboard.press('Escape');
});

it('the instalments are undone together with Z', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('p', /^Promesse de règlement/);
  await dialog.getByLabel('En plusieurs fois (échéancier)').check();
  await fieldOf(dialog, 'Nombre d’échéances').fill('2');
  const day = fieldOf(dialog, 'Première échéance le');
  await day.fill(plus(await today(), 10));
  await day.press('Tab');
  await dialog.getByRole('button', { name: 'Enregistrer les 2 échéances' }).click();
  await dialog.waitFor({ state: 'detached' });
  await screen.page.getByText(/^Échéancier de 250,00.€ en 2 fois/).waitFor();
  expect(await promises()).toHaveLength(2);
  await screen.page.keyboard.press('z');
  await expect.poll(promises).toEqual([]);
});

/** Opens the dialog for a promise of €250 in so many instalments, the first in ten days. */
async function instalments(screen: CaseScreen, count: string) {
  const dialog = await screen.press('p', /^Promesse de règlement/);
  await fieldOf(dialog, 'Montant promis').fill('250');
  await dialog.getByLabel('En plusieurs fois (échéancier)').check();
  await fieldOf(dialog, 'Nombre d’échéances').fill(count);
  const day = fieldOf(dialog, 'Première échéance le');
  await day.fill(plus(await today(), 10));
  await day.press('Tab');
  return dialog;
}

it('Z takes back no promise that a colleague had recorded before', async () => {
  const body = { amount_cents: 125_00, promised_on: plus(await today(), 10) };
  const { id } = await company().do('POST', `/invoices/${one.id}/promises`, body);
  const screen = await CaseScreen.open(one);
  const dialog = await instalments(screen, '2');
  await dialog.getByRole('button', { name: 'Enregistrer les 2 échéances' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await promises()).toHaveLength(2);
  await screen.page.keyboard.press('z');
  await expect.poll(async () => (await promises()).map((hold) => hold.id)).toEqual([id]);
});

it('when one instalment is refused those before it stay as they are, and a repeat records none of them twice', async () => {
  const screen = await CaseScreen.open(one);
  expectFaults();
  let sent = 0;
  await screen.page.route('**/v1/invoices/*/promises', async (route) => {
    if (route.request().method() !== 'POST' || ++sent !== 2) return route.fallback();
    await route.fulfill({ status: 500, json: { status: 500, code: 'internal', title: 'x', detail: 'x' } });
  });
  const dialog = await instalments(screen, '3');
  await dialog.getByRole('button', { name: 'Enregistrer les 3 échéances' }).click();
  await dialog.getByText(/^1 échéance est enregistrée sur 3/).waitFor();
  // The page beneath has heard of it by then, and the others are made of all that was promised still.
  await screen.holds.getByText(/^83,33.€ promis/).waitFor();
  for (const kept of ['Montant promis, en tout', 'Nombre d’échéances', 'Échéance 1'])
    expect(await fieldOf(dialog, kept).isDisabled()).toBe(true);
  expect(await dialog.getByLabel('Commentaire (facultatif)').isDisabled()).toBe(true);
  await fieldOf(dialog, 'Échéance 2').fill('50');
  await dialog.getByRole('button', { name: 'Enregistrer les 3 échéances' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await promises()).map((hold) => hold.amount_cents).toSorted()).toEqual([50_00, 83_33, 83_34]);
});

it('one that is withdrawn says what comes then, and with Z stands again as it was', async () => {
  const body = { amount_cents: 200_00, promised_on: plus(await today(), 5), comment: 'Au téléphone' };
  const { id } = await company().do('POST', `/invoices/${one.id}/promises`, body);
  const screen = await CaseScreen.open(one);
  await screen.holds.getByRole('button', { name: /Retirer/ }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Retirer la promesse/ });
  await screen.consequence.getByText(/^La suspension prend fin\. .*R1/).waitFor();
  await dialog.getByRole('button', { name: 'Retirer la promesse' }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(promises).toEqual([]);
  await screen.page.keyboard.press('z');
  await expect.poll(async () => (await promises()).map((hold) => hold.id)).toEqual([id]);
});

it('the account says until which day it holds an item, as one says it', async () => {
  const body = { amount_cents: 200_00, promised_on: plus(await today(), 5) };
  await company().do('POST', `/invoices/${one.id}/promises`, body);
  const page = await visit(`/clients/${one.customer.id}`);
  const row = page.getByRole('row').filter({ hasText: one.number });
  await row
    .getByRole('cell')
    .filter({ hasText: /^promessejusqu’au \d{1,2} \S+$/ })
    .waitFor();
  await row.getByTitle(/^promesse de règlement jusqu’au .* \d{4}$/).waitFor();
});
