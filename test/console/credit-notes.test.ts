import { afterEach, beforeEach, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { violationsOf } from './looked-at.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// A credit note typed by mistake is taken off its invoice, corrected, and cancelled.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand({ kind: 'professional' });
});
afterEach(() => one.file());

const stored = async (number: string) => (await company().do('GET', `/invoices?number=${number}`)).data[0];

async function creditTyped(screen: CaseScreen, number: string) {
  await screen.page.getByRole('button', { name: 'Autres actions' }).click();
  await screen.page.getByRole('menuitem', { name: 'Avoir…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Avoir sur/ });
  await fieldOf(dialog, 'Numéro de l’avoir').fill(number);
  await dialog.getByRole('button', { name: /^Imputer l’avoir de 250,00/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await screen.page.getByText(`Avoir ${number} imputé.`).waitFor();
}

it('undone with Z, the invoice owes again; on its own page its amount is put right, or it is cancelled', async () => {
  const number = unique('AV');
  const screen = await CaseScreen.open(one);
  await creditTyped(screen, number);
  await expect.poll(async () => (await one.shown()).closed_at).not.toBeNull();
  await screen.page.keyboard.press('z');
  await screen.page.getByText(/n’est plus imputé.*il est au crédit du client/).waitFor();
  await screen.timeline.getByText(/^Affectation de l’avoir .* annulée/).waitFor();
  expect(await one.shown()).toMatchObject({ balance_cents: 250_00, closed_at: null });

  const page = await visit(`/dossiers/${(await stored(number)).id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Modifier l’avoir…' }).click();
  const change = page.getByRole('dialog', { name: `Modifier l’avoir ${number}` });
  await fieldOf(change, 'Montant de l’avoir').fill('25');
  await change.getByText(/25,00.€ seront au crédit du client/).waitFor();
  await change.getByRole('button', { name: 'Modifier l’avoir' }).click();
  await page.getByText(`L’avoir ${number} est modifié.`).waitFor();
  expect(await stored(number)).toMatchObject({ total_cents: 25_00, balance_cents: -25_00 });
  await page.getByRole('button', { name: 'Voir l’état ce jour-là' }).first().click();
  await page
    .getByRole('dialog', { name: /^État au/ })
    .getByText(/^Reste dû [-−]25,00.€ sur [-−]25,00.€$/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Annuler l’avoir…' }).click();
  const cancel = page.getByRole('dialog', { name: `Annuler l’avoir ${number}` });
  await cancel.getByText(/25,00.€ ne sont plus au crédit du client/).waitFor();
  await cancel.getByLabel(/^Motif/).fill('Saisi par erreur');
  await cancel.getByRole('button', { name: 'Annuler l’avoir', exact: true }).click();
  await cancel.waitFor({ state: 'detached' });
  expect(await stored(number)).toMatchObject({ balance_cents: 0 });
  await page.getByRole('button', { name: 'Annuler l’avoir…' }).waitFor({ state: 'detached' });
});

it('on a day before it came it is a credit note that was not there yet, and no invoice', async () => {
  const number = unique('AV');
  await company().do('POST', `/invoices/${one.id}/credits`, {
    ...{ external_id: number, number, amount_cents: 10_00, issued_on: await today() },
  });
  const page = await visit(`/dossiers/${(await stored(number)).id}`, { role: 'collector' });
  // An entry of its customer can be older than it.
  await page.route(
    ({ pathname, searchParams }) => pathname.endsWith('/history') && searchParams.has('at'),
    (route) => route.fulfill({ json: { data: [], next_cursor: null, state: null } }),
  );
  await page.getByRole('button', { name: 'Voir l’état ce jour-là' }).first().click();
  await page.getByRole('dialog').getByText('L’avoir n’existait pas encore.', { exact: true }).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
});

it('its page says where it went, and takes it off again once it is said what follows', async () => {
  const number = unique('AV');
  await company().do('POST', `/invoices/${one.id}/credits`, {
    ...{ external_id: number, number, amount_cents: 250_00, issued_on: await today() },
  });
  const page = await visit(`/dossiers/${(await stored(number)).id}`, { role: 'collector' });
  const uses = page.getByRole('region', { name: 'Emploi de l’avoir' });
  await uses.getByRole('link', { name: one.number }).waitFor();
  await uses.getByRole('button', { name: 'Retirer…' }).click();
  const dialog = page.getByRole('dialog', { name: `Retirer l’avoir ${number} d’une facture` });
  await dialog.getByText(new RegExp(`${one.number} devra de nouveau 250,00.€.: le dossier se rouvre`)).waitFor();
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await dialog.getByLabel(/^Motif/).fill('Mauvaise facture');
  await dialog.getByRole('button', { name: /^Retirer 250,00/ }).click();
  await uses.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Imputer l’avoir…' }).waitFor();
  expect(await one.shown()).toMatchObject({ balance_cents: 250_00, closed_at: null });
});

it('a payment is taken off one invoice from the list of payments', async () => {
  const reference = unique('VIR');
  await one.pay(100_00, await today(), reference);
  const page = await visit(`/clients/${one.customer.id}?tab=payments`, { role: 'collector' });
  const row = page.getByRole('row').filter({ hasText: reference });
  await row.getByRole('button', { name: 'Autres décisions' }).click();
  await page.getByRole('menuitem', { name: 'Retirer d’une facture…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Retirer le règlement/ });
  await dialog.getByText(new RegExp(`${one.number} devra de nouveau 250,00`)).waitFor();
  await dialog.getByLabel(/^Motif/).fill('Mauvaise facture');
  await dialog.getByRole('button', { name: /^Retirer 100,00/ }).click();
  await row.getByRole('button', { name: 'Affecter…' }).waitFor();
  expect((await one.shown()).balance_cents).toBe(250_00);
});

it('what went back to the customer leaves his credit, and comes back to it with Z', async () => {
  const reference = unique('VIR');
  await one.pay(290_00, await today(), reference);
  const page = await visit(`/clients/${one.customer.id}?tab=payments`, { role: 'collector' });
  const row = page.getByRole('row').filter({ hasText: reference });
  await row.getByRole('button', { name: 'Autres décisions' }).click();
  await page.getByRole('menuitem', { name: 'Remboursé au client…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Remboursé au client/ });
  await fieldOf(dialog, 'Montant remboursé').fill('30');
  await dialog.getByText(/30,00.€ quittent le crédit du client.*10,00.€ restent à affecter/).waitFor();
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await dialog.getByLabel(/^Motif/).fill('Trop-perçu, virement');
  await dialog.getByRole('button', { name: /^Enregistrer le remboursement de 30,00/ }).click();
  await row.getByText(/remboursé.*30,00.€ le/).waitFor();
  const left = async () => (await company().do('GET', `/payments/${reference}`)).unallocated_cents;
  expect(await left()).toBe(10_00);
  await page.keyboard.press('z');
  await expect.poll(left).toBe(40_00);
  const later = { external_id: unique('REMB'), amount_cents: 25_00, paid_on: await today(), reason: 'Chèque' };
  await company().do('POST', `/payments/${reference}/refunds`, later);
  await page.reload();
  await row.getByRole('button', { name: 'Autres décisions' }).click();
  await page.getByRole('menuitem', { name: 'Annuler un remboursement…' }).click();
  const cancel = page.getByRole('dialog', { name: 'Annuler un remboursement' });
  await cancel.getByText(/25,00.€ sont de nouveau au crédit du client/).waitFor();
  await cancel.getByLabel(/^Motif/).fill('Chèque non encaissé');
  await cancel.getByRole('button', { name: 'Annuler le remboursement' }).click();
  await cancel.waitFor({ state: 'detached' });
  expect(await left()).toBe(40_00);
});

it('what was written off and is paid after all is recorded on its page, whose case stays closed', async () => {
  await company().do('POST', `/invoices/${one.id}/write-off`, { reason: 'Débiteur disparu' });
  const screen = await CaseScreen.open(one);
  await screen.timeline.getByText(/^Passage en perte de 250,00.€/).waitFor();
  await screen.page.getByRole('button', { name: 'Règlement reçu…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Règlement reçu/ });
  await dialog.getByRole('button', { name: /^Enregistrer le règlement de 250,00/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await one.shown()).balance_cents).toBe(0);
  expect(await one.shown()).toMatchObject({ paid_cents: 250_00, dunning: { status: 'written_off' } });
});

it('a total below what was paid is said to settle the invoice, and how much comes free', async () => {
  await one.pay(200_00, await today());
  const screen = await CaseScreen.open(one);
  await screen.page.getByRole('button', { name: 'Autres actions' }).click();
  await screen.page.getByRole('menuitem', { name: 'Modifier la facture…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Modifier la facture/ });
  await fieldOf(dialog, 'Montant facturé').fill('150');
  await dialog.getByText(/soldée.*50,00.€ de ce qui en a été payé ou crédité sont de nouveau à affecter/).waitFor();
  await dialog.getByRole('button', { name: 'Modifier la facture' }).click();
  await screen.timeline.getByText(/auparavant de 250,00.€\), 50,00.€ étant de nouveau à affecter/).waitFor();
});
