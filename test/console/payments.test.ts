import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { violationsOf } from './looked-at.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// What a customer paid: shown, set against invoices, and taken back.

useBrowser();

let one: CaseFile;
let older: CaseFile;
beforeEach(async () => {
  one = await dueByHand({ kind: 'professional' });
  const todayOn = await today();
  const debt = { issuedOn: plus(todayOn, -90), dueOn: plus(todayOn, -60), cents: 400_00 };
  older = await CaseFile.add(company(), one.customer, one.email, debt);
});
afterEach(async () => {
  await one.file();
  await older.file();
});

const balanceOf = async (file: CaseFile): Promise<number> => (await file.shown()).balance_cents;
const paymentsOf = async (page: Page) => {
  await page.getByRole('tab', { name: 'Règlements' }).click();
  return page.getByRole('table', { name: 'Règlements de ce client' });
};

it('what was paid too much is set against the oldest invoice that is due, and the tab says where it went', async () => {
  const reference = unique('VIR');
  await one.pay(600_00, await today(), reference);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByText('Règlements non affectés').waitFor();
  for (const [name, sum] of [
    ['Reste dû', '400,00'],
    ['Solde', '50,00'],
  ] as const)
    await page.getByText(new RegExp(`^${name}\\s*${sum}.€$`)).waitFor();
  await page.getByRole('button', { name: 'Affecter…' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`${reference}.*350,00`) }).click();
  const dialog = page.getByRole('dialog', { name: /^Affecter 350,00/ });
  expect(await fieldOf(dialog, `${older.number} .reste dû 400,00.€.`).inputValue()).toMatch(/^350,00/);
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await dialog.getByRole('button', { name: /^Affecter 350,00.€ à 1.facture$/ }).click();
  await page.getByText(/^350,00.€ affectés\.$/).waitFor();
  expect(await balanceOf(older)).toBe(50_00);
  const row = (await paymentsOf(page)).getByRole('row').filter({ hasText: reference });
  await row.getByRole('link', { name: new RegExp(`${one.number} .250,00`) }).waitFor();
  await row.getByRole('link', { name: new RegExp(`${older.number} .350,00`) }).waitFor();
  expect(await row.getByRole('button', { name: 'Affecter…' }).count()).toBe(0);
});

it('a rejected payment is taken back from the list, and its invoice owes again', async () => {
  const reference = unique('CHQ');
  await one.pay(250_00, await today(), reference);
  const page = await visit(`/clients/${one.customer.id}?tab=payments`, { role: 'collector' });
  const row = page.getByRole('row').filter({ hasText: reference });
  await row.getByRole('button', { name: 'Rejeter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Règlement rejeté ou annulé' });
  await dialog.getByText(new RegExp(`${one.number} devra de nouveau 250,00.* le dossier se rouvre`)).waitFor();
  await dialog.getByLabel(/^Motif/).fill('Chèque sans provision');
  await dialog.getByRole('button', { name: 'Rejeter ce règlement' }).click();
  await row.getByText('rejeté : Chèque sans provision').waitFor();
  expect(await balanceOf(one)).toBe(250_00);
  expect(await row.getByRole('button').count()).toBe(0);
});

it('a payment that closed a case is taken back from its timeline', async () => {
  await one.pay(250_00, await today());
  const screen = await CaseScreen.open(one);
  await screen.timeline.getByRole('button', { name: 'Rejeter ce règlement…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: 'Règlement rejeté ou annulé' });
  await dialog.getByLabel(/^Motif/).fill('Saisi sur la mauvaise facture');
  await dialog.getByRole('button', { name: 'Rejeter ce règlement' }).click();
  await screen.timeline.getByText(/rejeté.*Saisi sur la mauvaise facture/).waitFor();
  expect(await one.shown()).toMatchObject({ balance_cents: 250_00, closed_at: null });
});

it('what was typed by mistake is undone with Z; the same reference later records nothing, and says so', async () => {
  const reference = unique('VIR');
  const screen = await CaseScreen.open(one);
  const record = async () => {
    await screen.page.getByRole('button', { name: 'Autres actions' }).click();
    await screen.page.getByRole('menuitem', { name: 'Règlement reçu…' }).click();
    const dialog = screen.page.getByRole('dialog', { name: /^Règlement reçu/ });
    await dialog.getByLabel(/^Référence/).fill(reference);
    await dialog.getByRole('button', { name: /^Enregistrer le règlement de 250,00/ }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await record();
  await screen.page.getByText(/^Règlement de 250,00.€ enregistré\.$/).waitFor();
  expect(await balanceOf(one)).toBe(0);
  await screen.page.keyboard.press('z');
  await expect.poll(() => balanceOf(one)).toBe(250_00);
  await screen.timeline.getByText(/rejeté.*Saisie annulée/).waitFor();
  await screen.page.getByRole('button', { name: 'Autres actions' }).waitFor();
  await record();
  await screen.page.getByText(/^Ce règlement était déjà enregistré/).waitFor();
  expect(await balanceOf(one)).toBe(250_00);
});

it('what is left of a credit note is set against an invoice that a person chooses', async () => {
  const note = await company().do('POST', '/invoices', {
    number: unique('AV'),
    customer_reference: one.customer.reference,
    kind: 'credit_note',
    issued_on: await today(),
    total_cents: 80_00,
    currency: 'EUR',
  });
  const page = await visit(`/dossiers/${note.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Imputer l’avoir…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Imputer 80,00/ });
  await fieldOf(dialog, `${older.number} .*`).fill('');
  await fieldOf(dialog, `${one.number} .*`).fill('80');
  await dialog.getByRole('button', { name: /^Affecter 80,00.€ à 1.facture$/ }).click();
  await page.getByText(/^80,00.€ affectés\.$/).waitFor();
  expect([await balanceOf(one), await balanceOf(older)]).toEqual([170_00, 400_00]);
});

it('one transfer of the customer is shared among the invoices that he named, and what he named none for stays free', async () => {
  const reference = unique('VIR');
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Règlement reçu…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Règlement reçu/ });
  // Entered at once, as by dictation or pasting: a negative amount is refused, and a point counts as a comma.
  await fieldOf(dialog, 'Montant reçu').fill('-500');
  await dialog.getByText(/^«.-500.» n’est pas pris/).waitFor();
  expect(await fieldOf(dialog, 'Montant reçu').inputValue()).toBe('');
  await fieldOf(dialog, 'Montant reçu').fill('500.00');
  // The oldest invoice first, as the law has it, until the user types the customer's own choice.
  expect(await fieldOf(dialog, `${older.number} .*`).inputValue()).toMatch(/^400,00/);
  await fieldOf(dialog, `${older.number} .*`).fill('200');
  await fieldOf(dialog, `${one.number} .*`).fill('100');
  await dialog.getByText(/^200,00.€ restent non affectés, au crédit du client/).waitFor();
  await dialog.getByText(new RegExp(`^${older.number}.: il restera dû 200,00`)).waitFor();
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await dialog.getByLabel(/^Référence/).fill(reference);
  await dialog.getByRole('button', { name: /^Enregistrer le règlement de 500,00/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => balanceOf(older)).toBe(200_00);
  expect(await balanceOf(one)).toBe(150_00);
  const row = (await paymentsOf(page)).getByRole('row').filter({ hasText: reference });
  await row.getByRole('button', { name: 'Affecter…' }).waitFor();
});

it('money that comes for a case that is over is the customer’s, allocated to nothing', async () => {
  await one.pay(250_00, await today());
  const screen = await CaseScreen.open(one);
  await screen.page.getByRole('button', { name: 'Règlement reçu…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Règlement reçu/ });
  await fieldOf(dialog, 'Montant reçu').fill('60');
  await dialog.getByLabel('Affecter dès maintenant aux factures du client').uncheck();
  await dialog.getByRole('button', { name: /^Enregistrer le règlement de 60,00/ }).click();
  await dialog.waitFor({ state: 'detached' });
  const account = async () => company().do('GET', `/customers/${one.customer.id}/account`);
  await expect.poll(async () => (await account()).unallocated_cents).toBe(60_00);
  expect(await balanceOf(older)).toBe(400_00);
});

it('the money of all customers that waits is seen in one place and set against an invoice there; a reference is found', async () => {
  const reference = unique('VIR');
  await company().do('POST', '/payments', {
    external_id: reference,
    customer_reference: one.customer.reference,
    amount_cents: 90_00,
    currency: 'EUR',
    paid_on: await today(),
    allocations: [],
  });
  const page = await visit('/clients', { role: 'collector' });
  await page.getByRole('tab', { name: /^Règlements à affecter/ }).click();
  const list = page.getByRole('table', { name: 'Règlements des clients' });
  const row = list.getByRole('row').filter({ hasText: reference });
  await row.locator(`a[href^="/clients/${one.customer.id}"]`).waitFor();
  expect(await violationsOf(page, undefined, 'main')).toEqual([]);
  await row.getByRole('button', { name: 'Affecter…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Affecter 90,00/ });
  await dialog.getByRole('button', { name: /^Affecter 90,00.€ à 1.facture$/ }).click();
  await row.waitFor({ state: 'detached' });
  expect(await balanceOf(older)).toBe(310_00);
  await page.getByRole('tab', { name: 'Tous les règlements' }).click();
  await page.getByRole('textbox', { name: 'Référence du règlement' }).fill(reference.toLowerCase());
  await page.getByText(/^1.règlement$/).waitFor();
  await row.getByRole('link', { name: new RegExp(`${older.number} .90,00`) }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder(/^Facture, client/).fill(reference);
  await page.getByRole('dialog').getByText(reference, { exact: true }).first().click();
  await page.getByRole('table', { name: 'Règlements de ce client' }).getByText(reference).waitFor();
});

it('money set against the wrong invoice is taken off it again at once, and what was written off takes money too', async () => {
  const reference = unique('VIR');
  await company().do('POST', `/invoices/${older.id}/write-off`, { reason: 'Débiteur disparu' });
  await one.pay(400_00, await today(), reference);
  const page = await visit(`/clients/${one.customer.id}?tab=payments`, { role: 'collector' });
  const row = page.getByRole('row').filter({ hasText: reference });
  await row.getByRole('button', { name: 'Affecter…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Affecter 150,00/ });
  const field = fieldOf(dialog, `${older.number} .passée en perte, reste dû 400,00.€.`);
  expect(await field.inputValue()).toMatch(/^150,00/);
  await dialog.getByRole('button', { name: /^Affecter 150,00.€ à 1.facture$/ }).click();
  await page.getByText(/^150,00.€ affectés\.$/).waitFor();
  expect(await balanceOf(older)).toBe(250_00);
  await page.keyboard.press('z');
  await expect.poll(() => balanceOf(older)).toBe(400_00);
  await row.getByRole('button', { name: 'Affecter…' }).waitFor();
});

it('a payment that the bank’s file has brought already is named before it is typed again, and so is whose a reference is', async () => {
  const reference = unique('VIR');
  await older.pay(120_00, plus(await today(), -2), reference);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Règlement reçu…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Règlement reçu/ });
  await fieldOf(dialog, 'Montant reçu').fill('120');
  await dialog.getByText(new RegExp(`^Déjà enregistré.*120,00.*${reference}`)).waitFor();
  await fieldOf(dialog, 'Montant reçu').fill('121');
  await dialog.getByText(/^Déjà enregistré/).waitFor({ state: 'detached' });
  await dialog.getByLabel(/^Référence/).fill(reference);
  await dialog.getByText(/^Cette référence est déjà celle d’un règlement de 120,00/).waitFor();
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
});
