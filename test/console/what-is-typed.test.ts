import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// What is typed into a dialog is stored exactly, or nothing is stored; and it is not dropped without asking.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

const invoice = () => company().do('GET', `/invoices/${one.id}`);

/** The dialog of a payment. */
async function payment(screen: CaseScreen): Promise<Locator> {
  await screen.page.getByRole('button', { name: 'Autres actions' }).click();
  await screen.page.getByRole('menuitem', { name: 'Règlement reçu…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Règlement reçu/ });
  await dialog.waitFor();
  return dialog;
}

it('a day that is none, or is still to come, books no payment: not on the day that stood there before either', async () => {
  const todayOn = await today();
  const dialog = await payment(await CaseScreen.open(one));
  const day = fieldOf(dialog, 'Reçu le');
  expect(await day.inputValue()).toBe(inFrench(todayOn));
  await day.fill('31/11/2026');
  await day.press('Enter');
  await dialog.getByText('Ce n’est pas une date (jj/mm/aaaa).').waitFor();
  await day.press('Tab');
  expect(await day.inputValue()).toBe('31/11/2026');
  await day.fill(plus(todayOn, 1));
  await day.press('Enter');
  await dialog.getByText(`Au plus tard le ${inFrench(todayOn)}.`).waitFor();
  expect(await dialog.getByRole('button', { name: /^Enregistrer/ }).isDisabled()).toBe(true);
  expect((await invoice()).balance_cents).toBe(250_00);
  await day.fill(plus(todayOn, -2));
  await day.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await invoice()).balance_cents).toBe(0);
});

it('a pause until a day that is none is not a pause without an end', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('s', /^Suspendre les relances/);
  await dialog.getByLabel('Motif').fill('Succession');
  const until = fieldOf(dialog, 'Dernier jour de la pause \\(facultatif\\)');
  await until.fill('31/11/2030');
  await dialog.getByRole('button', { name: 'Suspendre les relances' }).click();
  await dialog.getByText('Ce n’est pas une date (jj/mm/aaaa).').waitFor();
  expect((await invoice()).dunning.holds).toEqual([]);
});

it('« Annuler » of a notice takes back what it says, whatever was done after it, and Z what was done last', async () => {
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  const pause = await screen.press('s', /^Suspendre les relances/);
  await pause.getByLabel('Motif').fill('Succession');
  await pause.getByRole('button', { name: 'Suspendre les relances' }).click();
  await pause.waitFor({ state: 'detached' });
  const promise = await screen.press('p', /^Promesse de règlement/);
  await fieldOf(promise, 'Réglé au plus tard le').fill(plus(await today(), 10));
  await promise.getByRole('button', { name: 'Enregistrer la promesse' }).click();
  await promise.waitFor({ state: 'detached' });
  const holds = async () => (await invoice()).dunning.holds.map(({ kind }: { kind: string }) => kind).toSorted();
  await expect.poll(holds).toEqual(['pause', 'promise']);
  const said = page.getByRole('alert');
  await said
    .filter({ hasText: /suspend/i })
    .getByRole('button', { name: 'Annuler' })
    .click();
  await expect.poll(holds).toEqual(['promise']);
  await said.filter({ hasText: /^Promesse de/ }).waitFor();
  await page.keyboard.press('z');
  await expect.poll(holds).toEqual([]);
});

it('Esc closes the calendar, not the dialog; what was typed goes only when one says so: by Esc, beside it or with Back', async () => {
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Agenda' }).waitFor();
  await page.goBack();
  await screen.article.waitFor();
  const dialog = await screen.press('l', /^Ouvrir un litige/);
  const reason = dialog.getByLabel('Ce que le client conteste');
  await reason.fill('Diagnostic incomplet');
  await fieldOf(dialog, 'À revoir le').click();
  const calendar = page.locator('[data-dates-dropdown]');
  await calendar.waitFor();
  await page.keyboard.press('Escape');
  await calendar.waitFor({ state: 'detached' });
  const question = page.getByRole('dialog', { name: /^Fermer sans enregistrer/ });
  const leavings = [
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(5, 450),
    () => page.evaluate('history.forward()'),
  ];
  for (const leave of leavings) {
    await leave();
    await question.getByRole('button', { name: 'Continuer la saisie' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await reason.inputValue()).toBe('Diagnostic incomplet');
  }
  await reason.fill('');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('Esc in the field of a link’s address closes that field, and not the letter that one writes', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('r', /^Relancer/);
  await dialog.getByRole('button', { name: 'Lien', exact: true }).click();
  const address = screen.page.getByRole('textbox', { name: 'Adresse du lien' });
  await address.fill('https://horizon.example');
  await screen.page.keyboard.press('Escape');
  await address.waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
});

it('Esc in the search over a dialog closes the search alone', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('n', /^Note/);
  await screen.page.keyboard.press('Control+k');
  const search = screen.page.getByRole('dialog', { name: 'Rechercher' });
  await search.waitFor();
  await screen.page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  expect(await dialog.isVisible()).toBe(true);
  await screen.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('what is under way is not cancelled by closing its dialog, and a refusal that comes later is told all the same', async () => {
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v1/payments', async (route) => {
    await answered;
    const refused = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'This reference is used already.' };
    await route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(refused) });
  });
  const dialog = await payment(screen);
  await dialog.getByRole('button', { name: /^Enregistrer le règlement/ }).click();
  await expect.poll(() => dialog.getByRole('button', { name: 'Annuler' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Fermer sans attendre la réponse' }).click();
  await dialog.waitFor({ state: 'detached' });
  answer();
  await page.getByRole('alert').filter({ hasText: 'Refusé, rien n’a été modifié' }).waitFor();
  await page.unroute('**/v1/payments');
});

it('the answer to a dialog that was left while it was sent does not close the next, which keeps what was typed', async () => {
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  let answer = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v1/qualifications', async (route) => {
    await answered;
    await route.fulfill({ status: 201, json: { handed_over: [] } });
  });
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const first = page.getByRole('dialog', { name: /^Modifier le statut/ });
  await first.getByLabel('Commentaire (facultatif)').fill('Rappellera');
  await first.getByRole('button', { name: /^Modifier le statut/ }).click();
  await first.getByRole('button', { name: 'Fermer sans attendre la réponse' }).click();
  await first.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const next = first.getByLabel('Commentaire (facultatif)');
  await next.fill('Paiera lundi');
  answer();
  await page.getByText(/^Statut de .* enregistré/).waitFor();
  expect(await next.inputValue()).toBe('Paiera lundi');
  expect(await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).isChecked()).toBe(true);
  await first.getByRole('button', { name: 'Annuler' }).click();
  await page.unroute('**/v1/qualifications');
});

it('the text of a reminder does not go unasked because the letter is looked at meanwhile', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('r', /^Relancer/);
  await fieldOf(dialog, 'Objet').fill('Votre facture');
  await dialog.getByRole('tab', { name: 'Aperçu du courrier' }).click();
  await screen.page.keyboard.press('Escape');
  const question = screen.page.getByRole('dialog', { name: /^Fermer sans enregistrer/ });
  await question.getByRole('button', { name: 'Continuer la saisie' }).click();
  await dialog.getByRole('tab', { name: 'Message' }).click();
  expect(await fieldOf(dialog, 'Objet').inputValue()).toBe('Votre facture');
});

it('what is written about an item that is paid meanwhile stays, and the dialog says that it was paid', async () => {
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const dialog = page.getByRole('dialog', { name: /^Modifier le statut/ });
  const comment = dialog.getByLabel('Commentaire (facultatif)');
  await comment.fill('Paiera en trois fois');
  await one.pay(250_00, await today());
  await dialog.getByText(`${one.number} a été réglée ou close entre-temps`).waitFor();
  expect(await comment.inputValue()).toBe('Paiera en trois fois');
  expect(await dialog.getByRole('button', { name: /^Modifier le statut/ }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await dialog.waitFor({ state: 'detached' });
});
