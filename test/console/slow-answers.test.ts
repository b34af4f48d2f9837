import { afterEach, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { dueByHand } from './screens/debts.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { held, letGo } from './screens/held.ts';
import { thirdParty, ThirdPartyScreen } from './screens/third-party-screen.ts';
import { company, useBrowser, visit } from './visit.ts';

// What an impatient user does while an answer is on its way.

useBrowser();

const cases: CaseFile[] = [];
afterEach(async () => {
  for (const one of cases.splice(0)) await one.file();
});

/** The agenda with a part of its list, all of which is ticked and read on; `go` lets the rest come. */
async function agendaReadOn() {
  const page = await visit('/dossiers', { fresh: true });
  await page.route(/\/v1\/actions\?.*limit=100/, (route) =>
    route.fallback({ url: route.request().url().replace('limit=100', 'limit=45') }),
  );
  await page.goto('/agenda?tab=planned');
  const table = page.getByRole('table', { name: 'Actions' });
  await table.getByRole('row').nth(5).waitFor();
  await table.getByRole('checkbox').first().check();
  const bar = page.getByRole('region', { name: /\d+\sactions?/ });
  const ticked = async () =>
    (await bar.count()) ? Number(/\d+/.exec((await bar.getAttribute('aria-label')) ?? '')) : 0;
  const go = await held(page, 'GET', ({ searchParams }) => searchParams.has('cursor'));
  const { total } = await company().do('GET', '/actions?status=planned&limit=1&count=true');
  await bar.getByRole('button', { name: /^Sélectionner les \d+.actions de la liste$/ }).click();
  return { page, table, bar, ticked, go, total: total as number };
}

it('a row that is unticked while the rest of the list is being read stays unticked', async () => {
  const { page, table, ticked, go, total } = await agendaReadOn();
  await table.getByRole('checkbox', { checked: true }).nth(3).click();
  go();
  await expect.poll(ticked).toBe(total - 1);
  await letGo(page);
});

it('nothing is ticked again that was unticked as a whole while the rest of the list was being read', async () => {
  const { page, bar, ticked, go } = await agendaReadOn();
  await bar.getByRole('button', { name: /Tout désélectionner/ }).click();
  const read = page.waitForResponse(
    async (response) => response.url().includes('cursor=') && (await response.json()).next_cursor === null,
  );
  go();
  await read;
  await letGo(page);
  await page.evaluate('new Promise(requestAnimationFrame)');
  expect(await ticked()).toBe(0);
});

it('of another list, chosen while the whole one was being read, nothing is ticked that nobody has seen', async () => {
  const { page, ticked, go } = await agendaReadOn();
  const { total } = await company().do('GET', '/actions?status=planned&kind=email&limit=1&count=true');
  const shown = page.getByText(new RegExp(`^${total}.actions$`));
  await chooseIn(page, 'Type d’action', 'courriel');
  await shown.waitFor();
  const before = await ticked();
  expect(before).toBeLessThan(total);
  const read = page.waitForResponse((response) => response.url().includes('cursor='));
  go();
  await read;
  await letGo(page);
  await page.evaluate('new Promise(requestAnimationFrame)');
  expect(await ticked()).toBe(before);
});

it('a key that is being made is not lost by Esc: its dialog stays until it has shown it', async () => {
  const name = unique('Comptabilité');
  const page = await visit('/reglages/cles', { role: 'admin' });
  await page.getByRole('button', { name: 'Nouvelle clé' }).click();
  const dialog = page.getByRole('dialog');
  await fieldOf(dialog, 'Nom').fill(name);
  const go = await held(page, 'POST', ({ pathname }) => pathname === '/v1/keys');
  await dialog.getByRole('button', { name: 'Créer la clé' }).click();
  await expect.poll(() => dialog.getByRole('button', { name: 'Annuler' }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await dialog.isVisible()).toBe(true);
  go();
  expect(await page.getByTestId('new-key').textContent()).toMatch(/^rel_/);
  await letGo(page);
  await page.getByRole('button', { name: 'J’ai copié la clé' }).click();
  await page.getByRole('button', { name: `Révoquer la clé ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Révoquer la clé' }).click();
  await page.getByText(`Clé ${name} révoquée.`).waitFor();
});

it('an import whose file was put away while it was on its way says that it has begun', async () => {
  const page = await visit('/imports');
  const name = unique('AG');
  const rows = ['reference;name', `${name};Agence ${name}`];
  await page.getByText('Prescripteurs et notaires', { exact: true }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'agences.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText(/^agences\.csv/).waitFor();
  const go = await held(page, 'POST', ({ pathname }) => pathname === '/v1/imports');
  await page.getByRole('button', { name: /^Importer/ }).click();
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  go();
  await page.getByText('L’import de agences.csv a commencé\u00a0: il est dans la liste des imports.').waitFor();
  expect(new URL(page.url()).pathname).toBe('/imports');
  await letGo(page);
});

it('who enters the demonstration with two clicks enters as the first', async () => {
  const page = await visit('/', { role: null });
  const collector = page.getByRole('button', { name: /chargé/ });
  const go = await held(page, 'POST', ({ pathname }) => pathname === '/v1/session/demo');
  await page.getByRole('button', { name: 'Entrer comme superviseur' }).click();
  expect(await collector.isDisabled()).toBe(true);
  go();
  await page.getByRole('link', { name: 'Scénarios' }).waitFor();
  await letGo(page);
});

it('a statement is not sent before its dialog says what it discloses', async () => {
  const agency = await thirdParty('Agence des Quais');
  const told = await dueByHand({ invoice: { case_file: { reference: 'D-301', referrer_id: agency.id } } });
  cases.push(told);
  const screen = await ThirdPartyScreen.open(agency.id);
  await screen.file(told.number).waitFor();
  const go = await held(screen.page, 'GET', ({ pathname }) => pathname === '/v1/settings');
  const dialog = await screen.prepare(told.number);
  const send = dialog.getByRole('button', { name: /^Envoyer l’état de 1.dossier$/ });
  expect(await send.isDisabled()).toBe(true);
  go();
  await dialog
    .getByText(/référence|dossier/i)
    .first()
    .waitFor();
  await expect.poll(() => send.isEnabled()).toBe(true);
  await letGo(screen.page);
});

it('a new group is put behind the others though they are still on their way', async () => {
  const { data } = await company().do('GET', '/groups?limit=200');
  const page = await visit('/clients');
  const go = await held(page, 'GET', ({ pathname }) => pathname === '/v1/groups');
  await page.goto('/groupes/nouveau');
  await page.getByRole('heading', { name: 'Groupes', exact: true }).waitFor();
  go();
  const last = Math.max(
    0,
    ...data.map((group: { priority: number }) => group.priority).filter((one: number) => one < 1000),
  );
  await expect.poll(() => fieldOf(page, 'Priorité').inputValue()).toBe(String(last + 10));
  await letGo(page);
});

it('what is written in one’s own words is not replaced by a template that comes late', async () => {
  const one = await dueByHand({ kind: 'professional' });
  cases.push(one);
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  await page.getByRole('checkbox', { name: `Sélectionner ${one.number}` }).check();
  await page.getByRole('button', { name: 'Modifier le statut' }).click();
  const dialog = page.getByRole('dialog', { name: /^Modifier le statut de/ });
  await dialog.getByText('Litige', { exact: true }).click();
  await dialog.getByRole('radio', { name: 'Le client' }).check();
  await expect.poll(() => fieldOf(dialog, 'Modèle').inputValue()).toBe('Accusé de réception d’un litige');
  const go = await held(page, 'GET', ({ pathname }) => /^\/v1\/templates\/./.test(pathname));
  await dialog.getByRole('button', { name: 'Personnaliser ce texte' }).click();
  await dialog.getByText('Mon texte', { exact: true }).click();
  await fieldOf(dialog, 'Objet').fill('Votre appel de ce matin');
  const came = page.waitForResponse((response) => /\/v1\/templates\/./.test(response.url()));
  go();
  await came;
  await letGo(page);
  expect(await fieldOf(dialog, 'Objet').inputValue()).toBe('Votre appel de ce matin');
});
