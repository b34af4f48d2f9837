import { afterEach, expect, it } from 'vitest';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// The items of a specific action, and what leaves because of it.

useBrowser();

const cases: CaseFile[] = [];
afterEach(async () => {
  for (const one of cases.splice(0)) await one.file();
});

it('003-06 003-19 of nothing ticked what is overdue is ticked in the dialog, what is still to come is not, and one item stays', async () => {
  const late = await dueByHand({ kind: 'professional' });
  const todayOn = await today();
  const add = (dueOn: string, cents: number) =>
    CaseFile.add(company(), late.customer, late.email, { issuedOn: plus(todayOn, -50), dueOn, cents });
  const older = await add(plus(todayOn, -20), 400_00);
  const coming = await add(plus(todayOn, 23), 700_00);
  cases.push(late, older, coming);
  const page = await visit(`/clients/${late.customer.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  const items = dialog.getByRole('group', { name: 'Pièces concernées' });
  const box = ({ number }: CaseFile) => items.getByRole('checkbox', { name: number });
  await items.getByText(/pas encore échue/).waitFor();
  const isTicked = () => Promise.all([late, older, coming].map((one) => box(one).isChecked()));
  expect(await isTicked()).toEqual([true, true, false]);
  await dialog.getByText(/^Sur 2.pièces/).waitFor();
  await box(older).uncheck();
  expect(await box(late).isDisabled()).toBe(true);
  await box(coming).check();
  await box(late).uncheck();
  expect(await isTicked()).toEqual([false, false, true]);
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Prévenir de l’échéance');
  await dialog.getByRole('button', { name: /^Créer l’action sur 1.pièce$/ }).click();
  await page.getByText(/Prévenir de l’échéance.* créée/).waitFor();
  const { data } = await company().do('GET', `/specific-actions?customer_id=${late.customer.id}`);
  expect(data[0].invoices.map(({ number }: { number: string }) => number)).toEqual([coming.number]);
});

it('003-02 an action that takes the place of the step that has come is not sent without it while another item is being looked at', async () => {
  const late = await dueByHand({ kind: 'professional' });
  const todayOn = await today();
  const coming = await CaseFile.add(company(), late.customer, late.email, {
    issuedOn: plus(todayOn, -50),
    dueOn: plus(todayOn, 23),
    cents: 700_00,
  });
  cases.push(late, coming);
  const page = await visit(`/clients/${late.customer.id}`, { role: 'collector' });
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Appeler pour les deux');
  const box = dialog.getByRole('checkbox', { name: /^Remplace l’étape prévue.: R1$/ });
  await box.check();
  // A slow connection.
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route(
    (url) => url.pathname === '/v1/invoices' && url.searchParams.has('ids'),
    async (route) => {
      await answered;
      await route.continue();
    },
  );
  await dialog.getByRole('group', { name: 'Pièces concernées' }).getByRole('checkbox', { name: coming.number }).check();
  const create = dialog.getByRole('button', { name: /^Créer l’action sur 2.pièces$/ });
  await create.waitFor();
  expect(await create.isDisabled()).toBe(true);
  expect(await box.isChecked()).toBe(true);
  answer();
  await create.click();
  await page.getByText(/Appeler pour les deux.* créée/).waitFor();
  await page.unrouteAll({ behavior: 'wait' });
  const { data } = await company().do('GET', `/invoices/${late.id}/history`);
  expect(data.some(({ kind }: { kind: string }) => kind === 'skipped')).toBe(true);
});

it('003-02 where it cannot be told which steps have come, that is said, and the action goes without taking their place only when that is unticked', async () => {
  expectFaults();
  const late = await dueByHand({ kind: 'professional' });
  const todayOn = await today();
  const days = { issuedOn: plus(todayOn, -50), dueOn: plus(todayOn, 23), cents: 700_00 };
  const coming = await CaseFile.add(company(), late.customer, late.email, days);
  cases.push(late, coming);
  const page = await visit(`/clients/${late.customer.id}`, { role: 'collector', fresh: true });
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Appeler malgré tout');
  await dialog.getByRole('checkbox', { name: /^Remplace l’étape prévue.: R1$/ }).check();
  const refused = { type: 'about:blank', title: 'Forbidden', status: 403, detail: 'This key may not do that.' };
  await page.route(
    (url) => url.pathname === '/v1/invoices' && url.searchParams.has('ids'),
    (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(refused) }),
  );
  await dialog.getByRole('group', { name: 'Pièces concernées' }).getByRole('checkbox', { name: coming.number }).check();
  await dialog.getByRole('alert').waitFor();
  const create = dialog.getByRole('button', { name: /^Créer l’action sur 2.pièces$/ });
  expect(await create.isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'Remplace les étapes prévues' }).click();
  await expect.poll(() => create.isEnabled()).toBe(true);
});

it('003-10 the mail that leaves to the customer at once is seen before, with what he has promised', async () => {
  const one = await dueByHand({ kind: 'professional' });
  cases.push(one);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const dialog = page.getByRole('dialog', { name: /^Modifier le statut de/ });
  await dialog.getByRole('radio', { name: 'Le client' }).check();
  const preview = dialog.getByRole('button', { name: 'Aperçu de ce qui partira' });
  expect(await preview.count()).toBe(0);
  // No template for colleagues is offered, and no reminder.
  await fieldOf(dialog, 'Modèle').click();
  await page.getByRole('option', { name: /^Accusé de réception d’un litige/ }).waitFor();
  for (const name of [/interne/, /^R1 · /]) expect(await page.getByRole('option', { name }).count()).toBe(0);
  await page.getByRole('option', { name: /^Accusé de réception d’une promesse/ }).click();
  await dialog.getByText('Promesse de règlement', { exact: true }).click();
  const promisedOn = plus(await today(), 8);
  await dialog.getByLabel('Promis pour le').fill(inFrench(promisedOn));
  await dialog.getByLabel('Promis pour le').blur();
  await preview.click();
  await dialog.getByText(`À\u00a0: ${one.email}`).waitFor();
  const mail = page.frameLocator('iframe[title="Aperçu du message"]');
  await mail.getByText(promisedOn.split('-').toReversed().join('/')).first().waitFor();
  expect(await one.messages()).toEqual([]);
});

it('003-10 the template of the mail to the customer is the one for the status that is chosen, until somebody chooses another', async () => {
  const one = await dueByHand({ kind: 'professional' });
  cases.push(one);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const dialog = page.getByRole('dialog', { name: /^Modifier le statut de/ });
  await dialog.getByRole('radio', { name: 'Le client' }).check();
  const template = fieldOf(dialog, 'Modèle');
  const is = (name: string) => expect.poll(() => template.inputValue()).toBe(name);
  const put = (status: string) => dialog.getByText(status, { exact: true }).click();
  await is('');
  await put('Promesse de règlement');
  await is('Accusé de réception d’une promesse de règlement');
  await put('Contentieux');
  await is('');
  await put('Litige');
  await is('Accusé de réception d’un litige');
  // It is ready to be read, and to leave, as it is.
  await dialog.getByRole('button', { name: 'Aperçu de ce qui partira' }).click();
  await page
    .frameLocator('iframe[title="Aperçu du message"]')
    .getByRole('paragraph')
    .filter({ hasText: /bien reçu votre contestation/ })
    .first()
    .waitFor();
  await template.click();
  await page.getByRole('option', { name: 'Accusé de réception d’une promesse de règlement' }).click();
  await put('Promesse de règlement');
  await put('Litige');
  await is('Accusé de réception d’une promesse de règlement');
});
