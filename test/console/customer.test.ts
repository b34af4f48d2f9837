import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { WorkList } from './screens/work-list.ts';
import { company, useBrowser, visit } from './visit.ts';

// What a collector qualifies and plans for selected items, from a customer's statement of account.

useBrowser();

let one: CaseFile;
let other: CaseFile;
beforeEach(async () => {
  one = await dueByHand({ kind: 'professional' });
  const todayOn = await today();
  other = await CaseFile.add(company(), one.customer, one.email, {
    issuedOn: plus(todayOn, -50),
    dueOn: plus(todayOn, -20),
    cents: 400_00,
  });
});
afterEach(async () => {
  await one.file();
  await other.file();
});

const account = (page: Page): Locator => page.getByRole('table', { name: 'Pièces de l’état de compte' });

/** The customer's page with these items ticked. */
async function ticked(...items: CaseFile[]): Promise<Page> {
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  for (const { number } of items)
    await account(page).getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  return page;
}

async function qualify(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  return page.getByRole('dialog', { name: /^Modifier le statut de/ });
}

it('003-08 003-09 003-10 003-12 a promise on chosen items, acknowledged to the customer at once, then the scenario again', async () => {
  const page = await ticked(one, other);
  await page
    .getByRole('region', { name: /^2.pièces/ })
    .getByText('650,00')
    .waitFor();
  const dialog = await qualify(page);
  await dialog.getByText('Promesse de règlement', { exact: true }).click();
  const day = dialog.getByLabel('Promis pour le');
  await day.fill(inFrench(plus(await today(), 6)));
  await day.blur();
  await dialog.getByLabel('Commentaire (facultatif)').fill('Virement annoncé par la comptabilité');
  await dialog.getByRole('radio', { name: 'Le client' }).check();
  await dialog.getByText('Mon texte', { exact: true }).click();
  await dialog.getByLabel('Objet').fill('Votre promesse de règlement');
  await dialog.getByRole('textbox', { name: 'Message' }).click();
  await page.keyboard.type('Nous en avons bien pris note.');
  expect(await dialog.getByRole('radio', { name: 'Suivre le scénario' }).isChecked()).toBe(true);
  await dialog.getByRole('button', { name: /^Modifier le statut de 2.pièces$/ }).click();
  await page.getByText(/^Statut de 2.pièces enregistré/).waitFor();
  await account(page).getByText('Virement annoncé par la comptabilité').first().waitFor();
  await expect
    .poll(async () => (await one.mails())[0]?.subject, { timeout: 30_000 })
    .toBe('Votre promesse de règlement');
  expect((await one.dunning()).holds[0].kind).toBe('promise');
});

it('003-03 003-11 003-12 003-17 a dispute is handed to a colleague and followed by an action of its own', async () => {
  const page = await ticked(one);
  const dialog = await qualify(page);
  await dialog.getByText('Litige', { exact: true }).click();
  await dialog.getByLabel('Motif du litige').fill('Surface contestée');
  await dialog.getByRole('radio', { name: 'Un collègue' }).check();
  await dialog.getByText('Une autre adresse interne').click();
  const colleague = `litiges.${one.customer.id.slice(-6)}@horizon-diagnostics.example`;
  await dialog.getByLabel('Adresse électronique').fill(colleague);
  await dialog.getByRole('radio', { name: 'Créer une action spécifique' }).check();
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Faire le point avec le diagnostiqueur');
  await dialog.getByRole('button', { name: /^Modifier le statut de 1.pièce$/ }).click();
  await page.getByText(/^Statut de 1.pièce enregistré/).waitFor();
  await expect.poll(async () => (await company().mails(colleague)).length, { timeout: 30_000 }).toBe(1);
  expect(await one.mails()).toEqual([]);
  await page.getByRole('tab', { name: /^Actions à faire/ }).click();
  const action = page.getByRole('list', { name: 'Actions à faire de ce client' }).getByRole('listitem');
  await action
    .filter({ hasText: 'Faire le point avec le diagnostiqueur' })
    .getByRole('button', { name: 'Terminer…' })
    .click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('region', { name: 'Pièces rattachées' }).getByText(one.number).waitFor();
  await drawer.getByRole('button', { name: 'Reporter…' }).waitFor();
});

it('004-04 from his card to his cases in the work list: his alone, which stands above them and is taken off there', async () => {
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('link', { name: 'Voir ses dossiers dans les relances' }).click();
  const list = new WorkList(page);
  await list.row(other.number).waitFor();
  expect(await list.table.getByRole('row').count()).toBe(3); // The header row, and the customer's two rows.
  await page.getByText('Élise Montagnier', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Voir tous les clients' }).click();
  await expect.poll(() => list.table.getByRole('row').count()).toBeGreaterThan(3);
  expect(new URL(page.url()).searchParams.has('customer_id')).toBe(false);
});

it('003-05 003-06 003-13 003-15 003-16 003-19 an action outside the scenario writes about the chosen items alone', async () => {
  const page = await ticked(other);
  await page.getByRole('region', { name: /^1.pièce/ }).waitFor();
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  // A copy of a step has the text that this customer would get: a company's formal notice is not a consumer's.
  await dialog.getByRole('radio', { name: 'Copier une action existante' }).check();
  await chooseIn(page, 'Scénario', 'Relance à la main');
  await chooseIn(page, 'Action à copier', 'R3 · lettre recommandée avec avis de réception');
  const copied = dialog.getByRole('textbox', { name: 'Message' });
  await copied.getByText(/L441-10/).waitFor();
  expect(await copied.textContent()).not.toContain('1231-6');
  await dialog.getByRole('radio', { name: 'Nouvelle action' }).check();
  // No provider takes SMS here: the page does not let a user write one that would be refused at the end.
  expect(await dialog.getByRole('radio', { name: 'SMS' }).isDisabled()).toBe(true);
  await dialog.getByText(/il faut un prestataire de SMS/).waitFor();
  await dialog.getByText('Courriel', { exact: true }).click();
  const template = fieldOf(dialog, 'Modèle');
  await template.fill('R1');
  await page.getByRole('option', { name: /^R1 · Relance R1/ }).waitFor();
  await expect.poll(() => page.getByRole('option', { name: 'R1 · SMS R1', exact: true }).count()).toBe(0);
  await template.blur();
  await dialog.getByLabel('Intitulé de l’action').fill('Rappel d’une seule pièce');
  await dialog.getByRole('radio', { name: /^Automatique.: part seul/ }).check();
  await dialog.getByText('Mon texte', { exact: true }).click();
  await dialog.getByLabel('Objet').fill('Pour #items_amount_selected');
  await dialog.getByRole('textbox', { name: 'Message' }).click();
  await page.keyboard.type('Le détail : ');
  await page.keyboard.type('#items_list_selected');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: /^Créer l’action sur 1.pièce$/ }).click();
  await page.getByText(/Rappel d’une seule pièce.* créée/).waitFor();
  await expect.poll(async () => (await other.mails())[0]?.subject, { timeout: 45_000 }).toMatch(/^Pour 400,00/);
  const [mail] = await other.mails();
  expect(mail?.text).toContain(other.number);
  expect(mail?.text).not.toContain(one.number);
});

it('003-02 an action outside the scenario takes the place of the step that has come, where that is ticked', async () => {
  const page = await ticked(one);
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Appeler la direction');
  const box = dialog.getByRole('checkbox', { name: /^Remplace l’étape prévue.: R1$/ });
  await box.waitFor();
  expect(await box.isChecked()).toBe(false);
  await box.check();
  await dialog.getByRole('button', { name: /^Créer l’action sur 1.pièce$/ }).click();
  await page.getByText(/Appeler la direction.* créée/).waitFor();
  const { data } = await company().do('GET', `/invoices/${one.id}/history`);
  const skipped = data.find(({ kind }: { kind: string }) => kind === 'skipped');
  expect(skipped.text).toMatch(/ sans envoi\s: l’action spécifique «.* en prend la place\./);
});

it('a call about two items ends with its own dialog, though a promise was ticked while it was about one', async () => {
  const page = await visit(`/clients/${one.customer.id}?tab=calls`, { role: 'collector' });
  await page.getByRole('button', { name: 'Consigner un appel' }).click();
  const dialog = page.getByRole('dialog', { name: /^Appel téléphonique/ });
  await chooseIn(page, 'Pièces concernées \\(facultatif\\)', one.number);
  await dialog.getByLabel('Promesse de règlement : la noter juste après').check();
  await chooseIn(page, 'Pièces concernées \\(facultatif\\)', other.number);
  await dialog.getByRole('button', { name: 'Consigner l’appel' }).click();
  await page.getByText('Appel consigné.').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Consigner un appel' }).click();
  await dialog.waitFor();
});

it('001-24 an action outside the scenario sends an electronic letter to the contact who is chosen', async () => {
  const { id } = one.customer;
  const { contacts } = await company().do('GET', `/customers/${id}`);
  // The manager has no address of his own: an address that two contacts share is offered once.
  await company().change(`/customers/${id}`, { contacts: [...contacts, { name: 'La gérante', email: one.email }] });
  const page = await ticked(other);
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action/ });
  await dialog.getByText('Courrier', { exact: true }).click();
  const recipient = fieldOf(dialog, 'Destinataire');
  expect(await recipient.count()).toBe(0); // A letter on paper goes to the customer's address.
  await chooseIn(page, 'Type de courrier', 'envoi recommandé électronique');
  const to = `${unique('gerant')}@client.example`.toLowerCase();
  await recipient.fill(to);
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Intitulé de l’action').fill('Recommandé au gérant');
  await dialog.getByRole('radio', { name: /^Automatique.: part seul/ }).check();
  await dialog.getByText('Mon texte', { exact: true }).click();
  await dialog.getByLabel('Objet').fill('Votre facture');
  await dialog.getByRole('textbox', { name: 'Message' }).click();
  await page.keyboard.type('Le détail : ');
  await dialog.getByRole('button', { name: /^Créer l’action sur 1.pièce$/ }).click();
  await page.getByText(/Recommandé au gérant.* créée/).waitFor();
  const letter = async () =>
    (await other.messages()).find(({ letter_kind: kind }: { letter_kind: string | null }) => kind === 'ere_simple');
  await expect.poll(async () => (await letter())?.status, { timeout: 45_000 }).toBe('sent');
  expect((await letter())?.to).toEqual([to]);
});

it('the pause of a customer is changed, and lifted only after the question; Z sets it again as it was', async () => {
  const { id } = one.customer;
  const page = await visit(`/clients/${id}`, { role: 'collector' });
  const hold = async () => (await company().do('GET', `/customers/${id}`)).hold;
  await page.getByRole('button', { name: 'Mettre le client en pause' }).click();
  const pause = page.getByRole('dialog', { name: /en pause$/ });
  await pause.getByLabel('Motif').fill('Procédure collective');
  await pause.getByRole('button', { name: 'Mettre le client en pause' }).click();
  await page.getByRole('button', { name: 'Modifier…' }).click();
  await pause.getByLabel('Motif').fill('Redressement judiciaire');
  await pause.getByRole('button', { name: 'Remplacer la pause' }).click();
  await expect.poll(async () => (await hold())?.reason).toBe('Redressement judiciaire');
  await page.getByRole('button', { name: 'Lever la pause…' }).click();
  const lift = page.getByRole('dialog', { name: /^Lever la pause/ });
  await lift.getByText(/^Les relances de toutes ses factures reprennent/).waitFor();
  await lift.getByText(/La pause en cours.: Redressement judiciaire/).waitFor();
  expect(await hold()).not.toBeNull();
  await lift.getByRole('button', { name: 'Lever la pause' }).click();
  await page.getByText(/levée.: les relances reprennent\.$/).waitFor();
  expect(await hold()).toBeNull();
  await page.keyboard.press('z');
  await expect.poll(async () => (await hold())?.reason).toBe('Redressement judiciaire');
});

it('what was sent to a customer stands by the day on which it was prepared, and what is about no invoice has no amount', async () => {
  await one.do('POST', '/reminders', { mode: 'email', level: 1 });
  await expect.poll(async () => (await one.mails()).length, { timeout: 30_000 }).toBe(1);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  // As the archive shows an acknowledgement that waited for two days.
  await page.route('**/v1/messages?*', async (route) => {
    const response = await route.fetch();
    const { data, ...list } = await response.json();
    const waited = {
      invoices: [],
      amount_cents: 0,
      reserved_at: '2026-11-02T09:00:00Z',
      sent_at: '2026-11-04T09:00:00Z',
    };
    const json = { ...list, data: data.map((message: object) => ({ ...message, ...waited })) };
    await route.fulfill({ response, json });
  });
  await page.getByRole('tab', { name: 'Envois' }).click();
  const table = page.getByRole('table', { name: 'Envois à ce client ou à son sujet' });
  const cells = table.getByRole('row').nth(1).getByRole('cell');
  const under = async (head: string) => {
    const heads = await table.getByRole('columnheader').allTextContents();
    return cells.nth(heads.indexOf(head)).textContent();
  };
  await cells.first().waitFor();
  await expect.poll(() => under('Préparé le')).toBe('2 nov. 2026');
  expect(await under('Parti le')).toBe('4 nov. 2026');
  expect(await under('Montant')).toBe('');
  await page.unroute('**/v1/messages?*');
});

it('of a customer with more actions than a page has, the tab counts all and the rest is a click away', async () => {
  await one.next();
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  // As in an account of 240 items: a page of items to come, and one after it.
  await page.route('**/v1/actions?*customer_id=*', async (route) => {
    const url = new URL(route.request().url());
    const isFirst = !url.searchParams.has('cursor');
    url.searchParams.delete('cursor');
    const response = await route.fetch({ url: url.href });
    const { data } = await response.json();
    const rows = data.map((action: { id: string }) => (isFirst ? action : { ...action, id: `${action.id}-2` }));
    const json = { data: rows, next_cursor: isFirst ? 'behind' : null, total: 240 };
    await route.fulfill({ response, json });
  });
  await page.reload();
  await page.getByRole('tab', { name: 'Actions à faire (240)' }).click();
  const actions = page.getByRole('list', { name: 'Actions à faire de ce client' }).getByRole('listitem');
  await actions.first().waitFor();
  const shown = await actions.count();
  await page.getByRole('button', { name: 'Voir les suivantes' }).click();
  await expect.poll(() => actions.count()).toBe(2 * shown);
  await page.getByRole('button', { name: 'Voir les suivantes' }).waitFor({ state: 'hidden' });
  await page.unroute('**/v1/actions?*customer_id=*');
});
