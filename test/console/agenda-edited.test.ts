import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// A message that a user has corrected, and what happens around it before it leaves.

useBrowser();

let one: CaseFile;
const titles = [unique('Un mot avant la visite'), unique('Un mot après la visite')];
beforeAll(async () => {
  one = await dueByHand();
  for (const title of titles)
    await company().do('POST', '/specific-actions', {
      customer_id: one.customer.id,
      invoice_ids: [one.id],
      kind: 'email',
      mode: 'to_confirm',
      title,
      subject: 'Facture #invoice_number',
      body_html: '<p>Il reste #items_amount_selected à régler.</p>',
    });
});
afterAll(() => one.file());

/** Opens the first of the two actions in the agenda; returns its button. */
async function opened() {
  const page = await visit(`/agenda?tab=to_confirm&customer_id=${one.customer.id}`, { fresh: true });
  await page.getByRole('row').filter({ hasText: titles[0]! }).click();
  await page.getByLabel('Objet').waitFor();
  return { page, send: page.getByRole('button', { name: /^Envoyer le message/ }) };
}

/** Which of the two is last in the list. */
const lastRow = async (page: Page) => {
  const row = await page.getByRole('table', { name: 'Actions' }).getByRole('row').last().textContent();
  return titles.find((title) => row?.includes(title));
};

const statusOf = async (title: string) => {
  const { data } = await company().do('GET', `/actions?customer_id=${one.customer.id}`);
  return data.find((action: { title: string | null }) => action.title === title)?.status;
};

async function attach(page: Page, name: string): Promise<() => void> {
  let arrive = () => {};
  const isThere = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/v1/attachments?**', async (route) => {
    await isThere;
    await route.continue();
  });
  const buffer = Buffer.from('Facture jointe');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
  return arrive;
}

it('a text that states what was due waits when a payment comes in, until one has said which text is to leave', async () => {
  const { page, send } = await opened();
  await page.getByLabel('Objet').fill('Comme convenu ce matin, 250 €');
  await one.pay(100_00, await today());
  const note = page.getByRole('alert').filter({ hasText: 'Le message prévu a changé depuis que vous l’avez modifié' });
  await note.getByText(/^Il reste dû 150,00.€\./).waitFor();
  expect(await send.isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: titles[0]! }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Confirmer 1.action…$/ }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'Confirmer' });
  await dialog.getByRole('button', { name: /^Confirmer 1.action$/ }).click();
  await dialog.getByText(/Ce dont parle ce message a changé/).waitFor();
  expect(await statusOf(titles[0]!)).toBe('to_confirm');
  expect(await one.mails()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('row').filter({ hasText: titles[0]! }).click();
  await note.getByRole('button', { name: 'Garder mon texte' }).click();
  await note.waitFor({ state: 'detached' });
  expect(await page.getByLabel('Objet').inputValue()).toBe('Comme convenu ce matin, 250 €');
  expect(await send.isEnabled()).toBe(true);
});

it('nothing leaves to a mistyped address, nor while a file is on its way up; Back leads to the list', async () => {
  const { page, send } = await opened();
  const recipients = fieldOf(page, 'Destinataires');
  await recipients.fill('compta@client');
  await recipients.press('Enter');
  await page.getByText('Ce n’est pas une adresse électronique : compta@client').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await recipients.press('Backspace');
  await expect.poll(() => send.isEnabled()).toBe(true);

  const arrive = await attach(page, 'facture.txt');
  await page.getByText(/^Une pièce jointe est encore en cours d’envoi/).waitFor();
  expect(await send.isDisabled()).toBe(true);
  arrive();
  await page.getByRole('link', { name: 'facture.txt' }).waitFor();
  await expect.poll(() => send.isEnabled()).toBe(true);

  // From one action to the next in the drawer, and back.
  await recipients.blur();
  const first = page.url();
  await page.keyboard.press(titles[0]! === (await lastRow(page)) ? 'k' : 'j');
  await expect.poll(() => page.url()).not.toBe(first);
  await page.goBack();
  await expect.poll(() => new URL(page.url()).pathname).toBe('/agenda');
});
