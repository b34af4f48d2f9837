import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand, inFrench, toConfirm, today } from './screens/debts.ts';
import { workListOf } from './screens/work-list.ts';
import { company, useBrowser, visit } from './visit.ts';

// A collector's day, from the work list.

useBrowser();

/** What the mailbox, in the provider's place before going live, was given to print and to post. */
async function postedFor(file: CaseFile): Promise<number[]> {
  const { mailbox_url: mailbox } = inject('console').demo;
  const messages: { id: string }[] = await file.messages();
  return Promise.all(messages.map(async ({ id }) => (await fetch(`${mailbox}/letters/${id}`)).status));
}

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

it('000-04 000-17 000-18 000-25 000-26 000-27 000-29 000-30 000-31 R1 by mail: counter, selection, run, letters', async () => {
  const list = await workListOf(one);
  await list.choose('R1');
  await list.tick(one.number);
  const { page } = list;
  const runs: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/runs')) runs.push(request.postDataJSON());
  });
  await page
    .getByRole('region', { name: /^1.dossier/ })
    .getByRole('button', { name: 'Relancer…' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Relancer' });
  await dialog.getByRole('radio', { name: 'Courriel' }).check();
  await dialog.getByText('la relance peut partir').waitFor();
  expect(await one.mails()).toEqual([]); // Nothing leaves before the dialog has said what will.
  await dialog.getByRole('button', { name: /^Envoyer la relance R1 par courriel pour 1.dossier$/ }).click();

  await page.getByText('Terminée.').waitFor();
  const [mail] = await one.mails();
  expect(mail?.attachments.map(({ content_type }) => content_type)).toContain('application/pdf');
  const letters = page.getByRole('link', { name: 'Ouvrir les courriers (PDF)' });
  const pdf = await page.request.get((await letters.getAttribute('href')) ?? '');
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF');

  await list.row(one.number).waitFor({ state: 'hidden' });
  await list.choose('Tous');
  await list
    .row(one.number)
    .getByRole('img', { name: `R1 faite le ${inFrench(await today())}` })
    .waitFor();
  // Judged once, then sent once.
  expect(runs).toEqual([expect.objectContaining({ dry_run: true }), expect.not.objectContaining({ dry_run: true })]);
  await stops(page, pdf.url().split('/').at(-2) ?? '');
});

/** Stops a run after the dialog has said what will not leave and what has left. For the API this run is over by then. */
async function stops(page: Page, runId: string): Promise<void> {
  const shown = { status: 'running', total: 3, sent: 1, refused_count: 0 };
  await page.route(`**/v1/runs/${runId}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), ...shown } });
  });
  await page.goto(`/relances?relance=${runId}`, { waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'Arrêter l’envoi' }).click();
  const dialog = page.getByRole('dialog', { name: /^Arrêter l’envoi.\?$/ });
  await dialog.getByText(/^2.dossiers.: la relance ne partira pas/).waitFor();
  await dialog.getByText(/^1.dossier.: la relance est partie/).waitFor();
  await dialog.getByRole('button', { name: 'Arrêter l’envoi' }).click();
  await dialog.getByText('Cette relance groupée est déjà terminée.').waitFor();
  Object.assign(shown, { status: 'done', refused_count: 2, stopped_count: 2 });
  Object.assign(shown, { stopped_at: '2026-11-24T09:00:00.000Z', stopped_by: { kind: 'user', name: 'Léa Martin' } });
  await page.getByText(/^Arrêtée par Léa Martin, le 24/).waitFor();
  await page.getByText('Dont arrêtés').waitFor();
}

it('000-28 001-18 001-21 by letter: the dialog says that the provider posts it, it does, no mail leaves, and the level is done', async () => {
  const list = await workListOf(one);
  await list.tick(one.number);
  await list.page.getByRole('button', { name: 'Relancer…' }).click();
  const dialog = list.page.getByRole('dialog', { name: 'Relancer' });
  await dialog.getByRole('radio', { name: 'Courrier' }).check();
  await dialog.getByText('par le prestataire éditique, affranchissement compris', { exact: true }).waitFor();
  await dialog.getByText(/^1.dossier.: le courrier part tout de suite par le prestataire éditique/).waitFor();
  expect(await dialog.getByText(/imprimer/).count()).toBe(0);
  expect(await postedFor(one)).toEqual([]);
  await dialog.getByRole('button', { name: /^Faire partir le courrier de relance R1 pour 1.dossier$/ }).click();
  await list.page.getByText('Terminée.').waitFor();
  await list.page.getByText('Remis au prestataire éditique').waitFor();
  expect(await postedFor(one)).toEqual([200]);
  await list.page.getByRole('link', { name: 'Ouvrir les courriers (PDF)' }).waitFor();
  expect(await one.mails()).toEqual([]);
  await list
    .row(one.number)
    .getByRole('img', { name: /^R1 faite/ })
    .waitFor();
});

it('000-28 001-21 a registered letter that the provider posts asks once more; not confirmed, nothing leaves', async () => {
  const registered = await toConfirm({ kind: 'letter', letter_kind: 'registered', mode: 'manual' });
  await registered.dunningOnce(({ levels }) => levels[0].state === 'due');
  const list = await workListOf(registered);
  await list.tick(registered.number);
  await list.page.getByRole('button', { name: 'Relancer…' }).click();
  const dialog = list.page.getByRole('dialog', { name: 'Relancer' });
  await dialog.getByRole('radio', { name: 'Courrier' }).check();
  await dialog.getByText(/^Dont 1.dossier en lettre recommandée\.$/).waitFor();
  const post = { name: /^Faire partir le courrier de relance R1 pour 1.dossier$/ };
  await dialog.getByRole('button', post).click();
  const sure = list.page.getByRole('dialog', { name: 'Confirmer la lettre recommandée ?' });
  await sure.getByRole('button', { name: 'Annuler' }).click();
  await sure.waitFor({ state: 'hidden' });
  expect(await registered.messages()).toEqual([]);
  await dialog.getByRole('button', post).click();
  await sure.getByRole('button', post).click();
  await list.page.getByText('Terminée.').waitFor();
  expect(await postedFor(registered)).toEqual([200]);
  await registered.file();
});

it('000-26 who cannot be reached by mail is said, and one click reminds them by letter', async () => {
  const unreachable = await dueByHand({
    customer: { contacts: [{ name: 'Élise Montagnier', email: null, phone: '06 39 98 10 22', recovery: true }] },
  });
  const list = await workListOf(unreachable);
  await list.tick(unreachable.number);
  await list.page.getByRole('button', { name: 'Relancer…' }).click();
  const dialog = list.page.getByRole('dialog', { name: 'Relancer' });
  await dialog.getByText('Aucune adresse électronique valable').waitFor();
  await dialog.getByRole('button', { name: 'Relancer ce dossier par courrier' }).click();
  await dialog.getByRole('button', { name: /^Faire partir le courrier de relance R1 pour 1.dossier$/ }).waitFor();
  await unreachable.file();
});

it('000-10 000-11 000-13 000-21 litigation on from the line, undone by Z, and off again from the line', async () => {
  const list = await workListOf(one);
  await list.putInLitigation(one.number, 'Dossier confié à Maître Delorme');
  const takeOut = list.row(one.number).getByRole('button', { name: `Sortir ${one.number} du contentieux` });
  await takeOut.waitFor();
  expect((await one.dunningOnce(({ status }) => status === 'held')).holds[0].reason).toContain('Delorme');
  const [isHeld, isDue] = ['R1 suspendue (contentieux)', 'R1 à faire'].map((name) =>
    list.row(one.number).getByRole('img', { name, exact: true }),
  );
  await isHeld?.waitFor();
  expect(await isDue?.count()).toBe(0);
  await list.choose('Contentieux');
  await list.row(one.number).waitFor();

  await list.page.keyboard.press('z');
  await list.row(one.number).waitFor({ state: 'hidden' });
  expect((await one.dunning()).holds).toEqual([]);

  await list.choose('Tous');
  await isDue?.waitFor();
  await list.putInLitigation(one.number, 'Dossier confié à Maître Delorme');
  await takeOut.click();
  await list
    .row(one.number)
    .getByRole('button', { name: `Mettre ${one.number} au contentieux` })
    .waitFor();
  expect((await one.dunning()).holds).toEqual([]);
});

it('000-03 000-06 000-07 000-08 000-16 the line says who, when, how much, both statuses, the levels and the last call', async () => {
  await one.do('POST', '/calls', { outcome: 'reached', comment: 'Rappeler jeudi' });
  const { etag } = { etag: (await company().ask('GET', `/invoices/${one.id}`)).headers.get('etag') ?? '' };
  const file = { case_file: { reference: 'D-2026-77', report_status: 'RPT-OK', invoice_status: 'FAC-ENV' } };
  await company().ask('PATCH', `/invoices/${one.id}`, file, { 'If-Match': etag });
  const list = await workListOf(one);
  const row = list.row(one.number);
  for (const text of [
    'Élise Montagnier',
    one.email,
    '06 39 98 10 21',
    '250,00',
    'RPT-OK',
    'FAC-ENV',
    'en retard de 30',
  ])
    await row.getByText(text).first().waitFor();
  await row.getByRole('img', { name: 'R1 à faire' }).waitFor();
  await row.getByRole('img', { name: /^R2 / }).waitFor();
  await row.getByTitle(inFrench(await today())).waitFor();
  expect(await row.getByText('D-2026-77').count()).toBe(0);
  await list.page.getByRole('button', { name: 'Colonnes' }).click();
  await list.page.getByRole('checkbox', { name: 'Dossier', exact: true }).check();
  await row.getByText('D-2026-77').waitFor();
});

it('J and K walk the list, X ticks, Enter opens the case beside it, and Esc closes it', async () => {
  const list = await workListOf(one);
  const { page } = list;
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('region', { name: /^1.dossier/ }).waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/relances/${one.id}?**`);
  await page.getByRole('dialog').getByText(one.number).first().waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL(/\/relances\?/);
});

it('000-22 what was sent stands in the archive, with its letter', async () => {
  await one.do('POST', '/reminders', { mode: 'email', level: 1 });
  const page = await visit(`/envois?invoice_id=${one.id}`, { role: 'collector' });
  const table = page.getByRole('table', { name: 'Tout ce qui a été envoyé' });
  await table.getByRole('row').filter({ hasText: one.email }).click();
  await page.waitForURL('**/envois/*');
  const letter = page.getByRole('link', { name: 'Ouvrir le courrier (PDF)' });
  const pdf = await page.request.get((await letter.getAttribute('href')) ?? '');
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF');
  await page.frameLocator('iframe').getByText(one.number).filter({ visible: true }).first().waitFor();
});
