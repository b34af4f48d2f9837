import { beforeAll, expect, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { printedTexts } from '../letters/read-pdf.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { behind, saved } from './screens/download.ts';
import { fieldOf } from './screens/fields.ts';
import { dueByHand, inFrench, toConfirm, today } from './screens/debts.ts';
import { company, useBrowser, visit } from './visit.ts';

// One story told in order, which moves the clock once, with the banner's button.

useBrowser();

let promised: CaseFile;
let waiting: CaseFile[];
let scanned: CaseFile;
let automatic: CaseFile;
let letters: CaseFile[];
let posted: CaseFile;
let registered: CaseFile;
let electronic: CaseFile;
beforeAll(async () => {
  promised = await dueByHand();
  scanned = await dueByHand();
  waiting = [];
  for (let count = 0; count < 4; count += 1) waiting.push(await toConfirm());
  automatic = await toConfirm({ mode: 'automatic' });
  letters = [await toConfirm(SIMPLE), await toConfirm(SIMPLE)];
  posted = await toConfirm(SIMPLE);
  registered = await toConfirm({ kind: 'letter', letter_kind: 'registered' });
  electronic = await toConfirm({ kind: 'letter', letter_kind: 'ere_simple' });
});

const SIMPLE = { kind: 'letter', letter_kind: 'simple' };

/** The agenda filtered by one customer. */
const agendaOf = (one: CaseFile, rest = '') => visit(`/agenda?customer_id=${one.customer.id}${rest}`);

it('003-04 P notes a promise: what it withdraws and when reminders go on is said before and after', async () => {
  const screen = await CaseScreen.open(promised);
  const dialog = await screen.press('p', /^Promesse de règlement/);
  const day = dialog.getByLabel('Réglé au plus tard le');
  await day.fill(plus(await today(), 2));
  await day.blur();
  await screen.consequence.getByText(/les relances reprennent le .+ si la somme n’est pas réglée/).waitFor();
  await dialog.getByRole('button', { name: 'Enregistrer la promesse' }).click();
  await screen.holds.getByText(/250,00.€ promis pour le/).waitFor();
  await screen.sentence.getByText(/promesse|promis/i).waitFor();
});

it('003-07 003-13 003-14 003-19 an action outside the scenario is planned for a day on one item', async () => {
  const page = await visit(`/clients/${scanned.customer.id}`);
  await page.getByRole('button', { name: 'Nouvelle action (hors scénario)' }).first().click();
  const dialog = page.getByRole('dialog', { name: /^Nouvelle action \(hors scénario\)/ });
  await dialog.getByText('Appel', { exact: true }).click();
  await dialog.getByLabel('Intitulé de l’action').fill('Appeler la direction');
  const day = dialog.getByLabel('Date d’exécution');
  await day.fill(inFrench(plus(await today(), 6)));
  await day.blur();
  await dialog.getByRole('button', { name: /^Créer l’action sur 1.pièce$/ }).click();
  await page.getByText('Appeler la direction').first().waitFor();
  await expect
    .poll(async () => (await scanned.dunning()).holds.map(({ kind }: { kind: string }) => kind))
    .toEqual(['specific_action']);
});

it('15 days go by at the press of a button', async () => {
  await scanned.pay(250_00, await today());
  const page = await visit('/agenda');
  const before = (await company().clock()).offset_days;
  await page.getByRole('button', { name: 'Avancer de 15 jours' }).click();
  await page.getByText(/L’horloge est au \d/).waitFor({ timeout: 170_000 });
  expect((await company().clock()).offset_days).toBe(before + 15);
}, 180_000);

it('003-04 the promise was not kept: the case says so, a call is to do, and its reminder is back', async () => {
  const screen = await CaseScreen.open(promised);
  await screen.timeline.locator('[data-kind=promise_broken]').waitFor();
  await screen.article.getByRole('img', { name: 'R1 à faire' }).waitFor();
  expect(await screen.holds.count()).toBe(0);
  const { page } = screen;
  await page.goto(`/agenda?customer_id=${promised.customer.id}`);
  await page.getByRole('table', { name: 'Actions' }).getByRole('row').filter({ hasText: /appel/i }).waitFor();
});

it('003-20 the items were paid before the day: the action is gone by itself', async () => {
  const page = await agendaOf(scanned);
  await page.getByText('Rien n’attend ici').waitFor();
});

it('001-14 001-23 003-18 Y sends what waits and goes on to the next; J, K and Esc walk', async () => {
  const [first] = waiting as [CaseFile];
  const page = await agendaOf(first, '&tab=to_confirm');
  const table = page.getByRole('table', { name: 'Actions' });
  await table.getByRole('row').filter({ hasText: first.number }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/agenda/*?**');
  await page.getByRole('region', { name: 'Pièces rattachées' }).getByText(first.number).waitFor();
  await page.getByRole('button', { name: 'Envoyer la relance R1' }).waitFor();
  await page.keyboard.press('y');
  await page.getByText(/^Remis à l’envoi.:/).waitFor();
  await expect.poll(async () => (await first.mails()).length, { timeout: 30_000 }).toBe(1);
  await page.getByText('Rien n’attend ici').waitFor();
});

it('001-24 004-10 004-11 what waits is changed before it leaves: recipient and subject', async () => {
  const [, second] = waiting as [CaseFile, CaseFile];
  const page = await agendaOf(second, '&tab=to_confirm');
  await page.getByRole('table', { name: 'Actions' }).getByRole('row').filter({ hasText: second.number }).click();
  await page.getByLabel('Objet').fill('Un mot avant la relance');
  const recipients = fieldOf(page, 'Destinataires');
  const send = page.getByRole('button', { name: 'Envoyer la relance R1' });
  await recipients.press('Backspace');
  await page.getByText(/^Rien ne part sans destinataire/).waitFor();
  expect(await send.isDisabled()).toBe(true);
  const other = `autre.${second.email}`;
  await recipients.fill(other);
  await recipients.press('Enter');
  await send.click();
  await page.getByText(/^Remis à l’envoi.:/).waitFor();
  await expect
    .poll(async () => (await company().mails(other))[0]?.subject, { timeout: 30_000 })
    .toBe('Un mot avant la relance');
  expect(await second.mails()).toEqual([]);
});

/** What is on each page of a file of letters of one page. */
const sheetsOf = async (pdf: Uint8Array) =>
  (await printedTexts(pdf)).map((page) => (page.length > 0 ? 'letter' : 'blank'));

it('001-16 001-19 several at once: their letters in one PDF, then confirmed together', async () => {
  const [, , third, fourth] = waiting as [CaseFile, CaseFile, CaseFile, CaseFile];
  const page = await visit('/agenda?tab=to_confirm&kind=email');
  for (const { number } of [third, fourth])
    await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  const bar = page.getByRole('region', { name: /^2.actions/ });
  const printing = bar.getByRole('button', { name: /^Imprimer 2.courriers en un PDF$/ });
  const oneSided = await saved(page, printing);
  expect([oneSided.name.endsWith('.pdf'), await sheetsOf(oneSided.bytes)]).toEqual([true, ['letter', 'letter']]);
  await bar.getByRole('checkbox', { name: 'Recto verso' }).check();
  const bothSides = await saved(page, printing);
  expect(await sheetsOf(bothSides.bytes)).toEqual(['letter', 'blank', 'letter']);
  await bar.getByRole('checkbox', { name: 'Recto verso' }).uncheck();
  await bar.getByRole('button', { name: /^Confirmer 2.actions…$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Confirmer 2.actions$/ });
  await dialog.getByRole('button', { name: /^Confirmer 2.actions$/ }).click();
  await dialog.getByText(/2.actions confirmées/).waitFor();
  for (const one of [third, fourth])
    await expect.poll(async () => (await one.mails()).length, { timeout: 30_000 }).toBe(1);
});

it('001-15 001-17 what is automatic has left on its day with nobody touching it, and the case says so', async () => {
  const screen = await CaseScreen.open(automatic);
  await screen.article.getByRole('img', { name: /^R1 faite/ }).waitFor();
  await screen.timeline.locator('[data-kind=sent]').getByText('automatique').waitFor();
  expect(await automatic.mails()).toHaveLength(1);
});

it('001-21 several letters are handed over to the provider together', async () => {
  const page = await visit('/agenda?tab=to_confirm&kind=letter');
  for (const { number } of letters)
    await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  await page
    .getByRole('region', { name: /^2.actions/ })
    .getByRole('button', { name: /^Confirmer 2.actions…$/ })
    .click();
  const dialog = page.getByRole('dialog', { name: /^Confirmer 2.actions$/ });
  await dialog.getByRole('button', { name: /^Confirmer 2.actions$/ }).click();
  await dialog.getByText(/2.actions confirmées/).waitFor();
  for (const one of letters) {
    await page.goto(`/envois?invoice_id=${one.id}`);
    const table = page.getByRole('table', { name: 'Tout ce qui a été envoyé' });
    await table.getByRole('row').filter({ hasText: one.number }).getByText('envoyé').waitFor();
  }
});

it('001-14 001-16 001-18 001-20 a letter that no provider takes is made, and nobody says that it left: it is there to be printed and posted', async () => {
  const page = await visit('/agenda');
  await page.route('**/v1/settings/providers', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), print: null } });
  });
  await page.goto(`/agenda?tab=to_confirm&customer_id=${posted.customer.id}`);
  const row = page.getByRole('table', { name: 'Actions' }).getByRole('row').filter({ hasText: posted.number });
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Confirmer 1.action…$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Confirmer 1.action$/ });
  await dialog.getByText(/^1.courrier est édité aussitôt.: à imprimer et à poster\.$/).waitFor();
  expect(await dialog.getByText(/part aussitôt/).count()).toBe(0);
  await page.keyboard.press('Escape');
  await row.click();
  await page.getByRole('button', { name: 'Éditer le courrier R1' }).click();
  await page.getByText('Courrier édité : à imprimer et à poster').waitFor();
  expect(await page.getByText(/^Remis à l’envoi.:/).count()).toBe(0);
  const letter = page.getByRole('link', { name: 'Ouvrir le courrier' });
  await expect
    .poll(async () => (await behind(page, letter)).subarray(0, 4).toString(), { timeout: 30_000 })
    .toBe('%PDF');
  await page.unroute('**/v1/settings/providers');
});

it('001-20 who posts a letter himself finishes the action, and the scenario goes on', async () => {
  const page = await agendaOf(registered, '&tab=to_confirm');
  await page.getByRole('table', { name: 'Actions' }).getByRole('row').filter({ hasText: registered.number }).click();
  await page.getByRole('button', { name: 'Terminer l’action…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Terminer l’action' });
  await dialog.getByText(/le scénario passe à la suivante/).waitFor();
  await dialog.getByRole('button', { name: 'Terminer l’action', exact: true }).click();
  await page.getByText(/^Terminée.:/).waitFor();
  expect((await registered.dunningOnce(({ level }) => level === 1)).level).toBe(1);
});

it('001-14 001-23 001-24 001-25 an electronic registered letter is seen on the customer’s page, then sent and its action finished in one step', async () => {
  const page = await visit(`/clients/${electronic.customer.id}?tab=to_do`);
  await page.getByRole('button', { name: 'Confirmer…' }).click();
  await page.waitForURL(/action=/);
  await page.getByRole('dialog').getByText(electronic.email).first().waitFor();
  await page.getByRole('tab', { name: 'Aperçu du courrier' }).click();
  await page.getByRole('link', { name: 'Ouvrir le PDF dans un onglet' }).waitFor();
  await page.getByRole('button', { name: 'Envoyer le courrier et terminer l’action' }).click();
  await page.getByText(/^À l’envoi par le prestataire éditique.:/).waitFor();
  expect((await electronic.dunningOnce(({ level }) => level === 1)).level).toBe(1);
  // R2 may be planned by then; nothing waits to be confirmed.
  await page.getByRole('button', { name: 'Confirmer…' }).waitFor({ state: 'detached' });
});
