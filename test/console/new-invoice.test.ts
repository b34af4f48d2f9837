import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { violationsOf } from './looked-at.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { chooseIn, fieldOf, findIn } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// An invoice that is typed, not imported: a collector needs no file for one row.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

async function opened(): Promise<Page> {
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Nouvelle facture…' }).click();
  return page;
}

const stored = async (number: string) => {
  const { data } = await company().do('GET', `/invoices?number=${number}`);
  return company().do('GET', `/invoices/${data[0].id}`);
};

async function typeDay(page: Page, label: string, on: string): Promise<void> {
  await fieldOf(page, label).fill(inFrench(on));
  await fieldOf(page, label).blur();
}

it('an overdue invoice of a case file, reminded twice elsewhere, is typed, opens, and goes on from R2', async () => {
  const todayOn = await today();
  const referrer = unique('Agence Bellevue');
  await company().do('POST', '/third-parties', { name: referrer, email: 'agence@bellevue.example' });
  const number = unique('F');
  const page = await opened();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle facture/ });
  const create = dialog.getByRole('button', { name: 'Créer la facture' });
  expect(await create.isDisabled()).toBe(true);
  await fieldOf(page, 'Numéro').fill(number);
  // In either order: a due date that was too early is accepted once the issue date is corrected.
  await typeDay(page, 'Échéance', plus(todayOn, -30));
  await page.getByText(/^Au plus tôt le /).waitFor();
  await typeDay(page, 'Émise le', plus(todayOn, -60));
  await fieldOf(page, 'Montant TTC').fill('1234,56');
  await page.getByTestId('consequence').getByText('Elle est déjà échue').waitFor();
  await chooseIn(page, 'Niveau déjà atteint ailleurs', 'R2');
  await typeDay(page, 'Atteint le', plus(todayOn, -5));
  await page.getByTestId('consequence').getByText('Elle est tenue pour relancée jusqu’à R2').waitFor();
  await fieldOf(page, 'Référence du dossier').fill('D-2026-7');
  await findIn(page, 'Prescripteur', referrer, referrer);
  expect(await violationsOf(page, undefined, '[role=dialog][aria-modal=true]')).toEqual([]);
  await create.click();
  await page.getByText(`${number} est créée.`).waitFor();
  await page.getByRole('article', { name: number }).waitFor();
  const invoice = await stored(number);
  expect(invoice).toMatchObject({
    ...{ issued_on: plus(todayOn, -60), due_on: plus(todayOn, -30), total_cents: 1234_56 },
    ...{ customer: { id: one.customer.id }, case_file: { reference: 'D-2026-7' }, dunning: { level: 2 } },
  });
  expect(invoice.case_file.referrer_id).not.toBeNull();
  await company().do('POST', `/invoices/${invoice.id}/cancel`, { reason: 'Fin de l’histoire' });
});

it('a number that has served is refused beside what was typed, which stays; a credit note lowers the invoice it names', async () => {
  const page = await opened();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle facture/ });
  await dialog.getByText('Avoir', { exact: true }).click();
  await fieldOf(page, 'Numéro').fill(one.number);
  await fieldOf(page, 'Montant TTC').fill('100');
  await fieldOf(page, 'Facture concernée .facultatif.').fill(one.number);
  await dialog.getByRole('button', { name: 'Créer l’avoir' }).click();
  await dialog.getByText(/Ce numéro a déjà servi/).waitFor();
  const number = unique('AV');
  await fieldOf(page, 'Numéro').fill(number);
  await dialog.getByRole('button', { name: 'Créer l’avoir' }).click();
  await page.getByText(`L’avoir ${number} est créé.`).waitFor();
  expect((await one.shown()).balance_cents).toBe(150_00);
  expect(await stored(number)).toMatchObject({ kind: 'credit_note', balance_cents: 0 });
});
