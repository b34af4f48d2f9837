import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { dueByHand } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// A new version of the console is put into service while a user works: the old files are gone. The page goes on with the new version,
// where the user was going.

useBrowser();

/** How often the browser has loaded the document since the test began. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('request', (request) => {
    // The preview of a template loads documents of its own, in frames.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) loads += 1;
  });
  return () => loads;
}

/** Opens `path`; afterwards the server no longer knows the files of that name, until the page is loaded again, or for ever. */
async function leftBehind(path: string, files: string, isForEver = false) {
  expectFaults();
  const page = await visit(path, { fresh: true });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const loads = loadsOf(page);
  await page.route(`**/assets/${files}*.js`, (route) =>
    isForEver || loads() === 0 ? route.fulfill({ status: 404 }) : route.continue(),
  );
  const broken = page.getByText('Cette page ne s’affiche pas');
  return { page, loads, broken, goTo: (name: string) => page.getByRole('link', { name, exact: true }).click() };
}

it('another page is loaded anew, and stands there as if it had been there all the time', async () => {
  const { page, loads, broken, goTo } = await leftBehind('/relances', 'customers-page');
  await goTo('Clients');
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  expect([new URL(page.url()).pathname, loads(), await broken.count()]).toEqual(['/clients', 1, 0]);
});

it('so is a case that is opened beside its list', async () => {
  const one = await dueByHand();
  const { page, loads } = await leftBehind(`/relances?q=${one.number}`, 'shared');
  await page.getByRole('row').filter({ hasText: one.number }).getByText(one.number).click();
  await page.getByRole('dialog').getByRole('toolbar').first().waitFor();
  expect([new URL(page.url()).pathname, loads()]).toEqual([`/relances/${one.id}`, 1]);
  await one.file();
});

it('once: what fails again says so, and is loaded again at the press of a button alone', async () => {
  const { page, loads, broken, goTo } = await leftBehind('/relances', 'customers-page', true);
  await goTo('Clients');
  await broken.waitFor();
  expect(loads()).toBe(1);
  await page.getByRole('button', { name: 'Recharger' }).click();
  await expect.poll(loads).toBe(2);
  await broken.waitFor();
  await goTo('Envois');
  await page.getByRole('heading', { level: 1, name: 'Envois' }).waitFor();
  await goTo('Clients');
  await broken.waitFor();
  expect(loads()).toBe(2);
});

it('not while the server is away: nothing would come instead', async () => {
  const { page, loads, broken, goTo } = await leftBehind('/relances', 'customers-page');
  await page.route('**/clients', (route) => route.abort());
  await goTo('Clients');
  await broken.waitFor();
  expect(loads()).toBe(0);
});

it('nor while it takes the connection and does not answer: it says so after some seconds', async () => {
  const { page, loads, broken, goTo } = await leftBehind('/relances', 'customers-page');
  await page.route('**/clients', () => undefined);
  await goTo('Clients');
  await broken.waitFor({ timeout: 30_000 });
  expect(loads()).toBe(0);
});

it('not when what is typed would be lost with it', async () => {
  const one = await dueByHand();
  const title = unique('Un mot avant la relance');
  await company().do('POST', '/specific-actions', {
    ...{ customer_id: one.customer.id, invoice_ids: [one.id], kind: 'email', mode: 'to_confirm', title },
    ...{ subject: 'Facture #invoice_number', body_html: '<p>Il reste #items_amount_selected à régler.</p>' },
  });
  const { page, loads, broken, goTo } = await leftBehind(`/agenda?customer_id=${one.customer.id}`, 'customers-page');
  await page.getByRole('row').filter({ hasText: title }).click();
  await page.getByLabel('Objet').fill('Corrigé');
  await goTo('Clients');
  await broken.waitFor();
  expect(loads()).toBe(0);
  await page.goBack();
  await expect.poll(() => page.getByLabel('Objet').inputValue()).toBe('Corrigé');
  await one.file();
});

it('not while a change is under way: decisions about many that were left to go on come to their end', async () => {
  const one = await dueByHand();
  const titles = [unique('Vérifier le dossier'), unique('Classer le dossier')];
  const task = { alert_at: (await company().clock()).now_at, customer_id: one.customer.id };
  for (const title of titles) await company().do('POST', '/tasks', { ...task, title });
  const agenda = `/agenda?tab=to_do&customer_id=${one.customer.id}`;
  const { page, loads, broken, goTo } = await leftBehind(agenda, 'customers-page');
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v1/actions/complete', async (route) => {
    await isAnswered;
    await route.continue();
  });
  for (const title of titles) await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
  await page.getByRole('button', { name: /^Terminer 2.actions…$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Terminer 2.actions$/ }).click();
  await dialog.getByRole('button', { name: 'Laisser continuer' }).click();
  await dialog.waitFor({ state: 'detached' });
  await goTo('Clients');
  await broken.waitFor();
  // Nor when the button is pressed, before the browser has asked.
  let questions = 0;
  page.on('dialog', (question) => {
    questions += 1;
    void question.dismiss();
  });
  await page.getByRole('button', { name: 'Recharger' }).click();
  answer();
  await page.getByText(/^2.actions terminées\.$/).waitFor();
  expect([questions, loads()]).toEqual([1, 0]);
  await one.file();
});

// What a page loads later: parts beside it, or dialogs.

const aTemplate = () =>
  company().do('POST', '/templates', {
    ...{ name: unique('Relance amiable'), kind: 'email', level: 1, language: 'fr' },
    ...{ subject: 'Facture #invoice_number', body_html: '<p>Il reste #items_amount_selected à régler.</p>' },
  });

/** The notice over a page that stays open. */
const goneSaid = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Une nouvelle version a été mise en service' });

it('a notice whose file is gone is not shown, and takes nothing else away', async () => {
  const { id } = await aTemplate();
  const { page, loads, goTo } = await leftBehind(`/modeles/${id}`, 'notices-shown');
  await page.getByRole('textbox', { name: 'Objet' }).fill('Facture #invoice_number, rappel');
  const isAskedFor = page.waitForResponse('**/assets/notices-shown*.js');
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await isAskedFor;
  await goTo('Envois');
  await page.getByRole('heading', { level: 1, name: 'Envois' }).waitFor();
  expect(loads()).toBe(0);
});

it('a session that has ended is asked for by the new version, at the same address', async () => {
  const { page, loads } = await leftBehind('/agenda', 'session-ended');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  expect([new URL(page.url()).pathname, loads()]).toEqual(['/agenda', 1]);
});

it('but over something half-written it stays, and says so', async () => {
  const { page, loads } = await leftBehind('/agenda', 'session-ended');
  await page.getByRole('button', { name: 'Nouvelle tâche' }).click();
  await page.getByRole('option', { name: 'Sans client' }).click();
  const title = fieldOf(page.getByRole('dialog', { name: 'Nouvelle tâche', exact: true }), 'À faire');
  await title.fill('Rappeler le notaire');
  await page.context().clearCookies();
  await goneSaid(page).getByRole('button', { name: 'Recharger' }).waitFor();
  expect([await title.inputValue(), loads()]).toEqual(['Rappeler le notaire', 0]);
});

it('a search whose file is gone is loaded anew with its page where nothing is lost, and opens then', async () => {
  const { page, loads } = await leftBehind('/clients', 'search');
  await page.keyboard.press('Control+k');
  await expect.poll(loads).toBe(1);
  await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Rechercher' }).waitFor();
});

it('a template half rewritten stays as it is: what was asked for over it says that it needs a new load', async () => {
  const { id } = await aTemplate();
  const { page, loads } = await leftBehind(`/modeles/${id}`, 'search');
  const subject = page.getByRole('textbox', { name: 'Objet' });
  await subject.fill('Facture #invoice_number, rappel');
  await subject.press('Control+k');
  await goneSaid(page).getByRole('button', { name: 'Recharger' }).waitFor();
  expect([await subject.inputValue(), loads()]).toEqual(['Facture #invoice_number, rappel', 0]);
});
