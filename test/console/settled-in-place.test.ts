import { afterEach, beforeEach, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { WorkList } from './screens/work-list.ts';
import { company, useBrowser, visit } from './visit.ts';

// Corrections, look-ups and reassignments made without leaving the page, and their effect on what waits.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

it('a mail that bounced goes on once its address is corrected among the anomalies', async () => {
  await one.do('POST', '/reminders', { mode: 'email', level: 1 });
  await expect.poll(async () => (await one.mails()).length).toBe(1);
  const [mail] = await one.mails();
  if (mail) await company().providerSays(mail, 'email.bounced');
  await one.dunningOnce(({ status }) => status === 'needs_attention');
  const page = await visit('/anomalies');
  const card = page.getByRole('article', { name: one.number });
  const address = card.getByLabel('Courriel · Élise Montagnier');
  await address.fill(`${unique('nouvelle')}@client.example`.toLowerCase());
  expect(await card.getByRole('button', { name: 'Corriger l’adresse postale' }).count()).toBe(0);
  await card.getByRole('button', { name: 'Corriger l’adresse' }).click();
  await page.getByText('Adresse corrigée (Élise Montagnier) : les relances reprennent.').waitFor();
  await card.waitFor({ state: 'detached' });
});

/** Something that comes when the test says so. */
function later() {
  let come = (): void => undefined;
  const came = new Promise<void>((resolve) => (come = resolve));
  return { came, come: () => come() };
}

it('what is typed while a correction among the anomalies is being saved stays as long as its case is shown', async () => {
  await one.do('POST', '/reminders', { mode: 'email', level: 1 });
  await expect.poll(async () => (await one.mails()).length).toBe(1);
  const [mail] = await one.mails();
  if (mail) await company().providerSays(mail, 'email.bounced');
  await one.dunningOnce(({ status }) => status === 'needs_attention');
  const page = await visit('/anomalies');
  const card = page.getByRole('article', { name: one.number });
  const address = card.getByLabel('Courriel · Élise Montagnier');
  await address.fill(`${unique('nouvelle')}@client.example`.toLowerCase());
  // Its correction is answered late, and the list later still.
  const [saved, listed] = [later(), later()];
  await page.route(
    ({ pathname, searchParams }) =>
      pathname === `/v1/customers/${one.customer.id}` ||
      (pathname === '/v1/actions' && !searchParams.has('customer_id')),
    async (route) => {
      const isList = route.request().url().includes('/v1/actions');
      if (!isList && route.request().method() === 'GET') return route.fallback();
      const response = isList ? null : await route.fetch();
      await (isList ? listed : saved).came;
      return response ? route.fulfill({ response }) : route.continue();
    },
  );
  await card.getByRole('button', { name: 'Corriger l’adresse' }).click();
  await address.press('End');
  await page.keyboard.type('.fr');
  const typed = await address.inputValue();
  saved.come();
  await page.getByText('Adresse corrigée (Élise Montagnier) : les relances reprennent.').waitFor();
  expect(await address.inputValue()).toBe(typed);
  expect(typed).toMatch(/\.example\.fr$/);
  listed.come();
  await card.waitFor({ state: 'detached' });
  await page.unrouteAll({ behavior: 'wait' });
});

it('a call to make says under which numbers, in the agenda and where its outcome is noted', async () => {
  const title = unique('Rappeler la comptable');
  await company().do('POST', '/specific-actions', {
    ...{ customer_id: one.customer.id, invoice_ids: [one.id], kind: 'call', mode: 'manual', title },
  });
  const page = await visit(`/agenda?customer_id=${one.customer.id}`);
  await page.getByRole('row').filter({ hasText: title }).click();
  const number = page.getByRole('group', { name: 'Numéros' }).getByRole('link', { name: /06 ?39 ?98 ?10 ?21/ });
  await number.waitFor();
  await page.getByRole('button', { name: 'Terminer l’action…' }).click();
  await page.getByRole('dialog', { name: 'Terminer l’action' }).getByRole('group', { name: 'Numéros' }).waitFor();
});

it('customers are given to nobody only when nobody is chosen, and Z gives them back', async () => {
  const collectorOf = async () => (await company().do('GET', `/customers/${one.customer.id}`)).collector_id;
  const { data: users } = await company().do('GET', '/users?role=collector');
  await company().do('POST', '/customers/assign', { customer_ids: [one.customer.id], collector_id: users[0].id });
  const page = await visit(`/relances?customer_id=${one.customer.id}`);
  await new WorkList(page).tick(one.number);
  await page.getByRole('button', { name: 'Affecter…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Affecter…' });
  expect(await dialog.getByRole('button', { name: /^Affecter 1.client$/ }).isDisabled()).toBe(true);
  await fieldOf(dialog, 'Chargé de recouvrement').click();
  await page.getByRole('option', { name: 'Personne', exact: true }).click();
  await dialog.getByRole('button', { name: /^Laisser 1.client sans chargé de recouvrement$/ }).click();
  await page.getByText(/^1.client.: plus de chargé attitré\.$/).waitFor();
  expect(await collectorOf()).toBeNull();
  await page.keyboard.press('z');
  await expect.poll(collectorOf).toBe(users[0].id);
});

/** The specific actions planned about the invoice, as the agenda shows them. */
async function planned(body: object) {
  const title = unique('Un mot');
  const { id } = await company().do('POST', '/specific-actions', {
    ...{ customer_id: one.customer.id, invoice_ids: [one.id], title, ...body },
  });
  return company().do('GET', `/actions/${id}`);
}

it('before a customer is renamed, the letter to be posted that this takes back is named', async () => {
  const { draft: _draft, ...action } = await planned({ kind: 'call', mode: 'manual' });
  const page = await visit(`/clients/${one.customer.id}`, { fresh: true });
  // The demonstration has a provider for every letter, so none waits for a person.
  const letter = { ...action, status: 'to_do', kind: 'letter', letter_kind: 'registered', message_id: action.id };
  await page.route(/\/v1\/actions\?.*kind=letter/, (route) =>
    route.fulfill({ json: { data: [letter], next_cursor: null } }),
  );
  await page.getByRole('button', { name: 'Modifier la fiche' }).click();
  const dialog = page.getByRole('dialog', { name: /^Fiche/ });
  await fieldOf(dialog, 'Étiquettes').fill('fidèle');
  const note = dialog.getByRole('note').filter({ hasText: 'Un courrier édité attend d’être posté' });
  expect(await note.count()).toBe(0);
  await fieldOf(dialog, 'Nom').fill('Élise Montagnier-Roche');
  await note.getByRole('link', { name: action.text }).waitFor();
});

it('what was changed of a message goes with its action, and the page says so', async () => {
  const { id } = await planned({ kind: 'email', mode: 'to_confirm', subject: 'Facture', body_html: '<p>Bonjour</p>' });
  const page = await visit(`/agenda/${id}`, { fresh: true });
  await page.getByLabel('Objet').fill('Un mot de ma main');
  await page.getByText('Vos modifications sont gardées jusqu’à l’envoi.').waitFor();
  await page.keyboard.press('Escape');
  await company().do('POST', `/actions/${id}/skip`, { reason: 'Réglé par un collègue' });
  await page
    .getByText(/l’action est passée\. Ce que vous y aviez modifié n’est plus gardé\.$/)
    .waitFor({ timeout: 60_000 });
});
