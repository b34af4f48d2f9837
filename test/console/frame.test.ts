import { expect, it } from 'vitest';
import { useBrowser, visit } from './visit.ts';

useBrowser();

it('002-01 the demonstration signs in with one click, as a supervisor, who has the set-up pages', async () => {
  const page = await visit('/', { role: null });
  await page.getByRole('button', { name: 'Entrer comme superviseur' }).click();
  await page.getByRole('link', { name: 'Relances' }).waitFor();
  expect(await page.getByRole('link', { name: 'Scénarios' }).count()).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/relances');
});

it('002-01 a collector is not shown the set-up pages', async () => {
  const page = await visit('/agenda', { role: 'collector' });
  await page.getByRole('link', { name: 'Agenda' }).waitFor();
  expect(await page.getByRole('link', { name: 'Scénarios' }).count()).toBe(0);
});

it('a wrong password says so, and not which of the two was wrong', async () => {
  const page = await visit('/', { role: null });
  await page.getByLabel('Adresse électronique').fill('personne@exemple.fr');
  await page.getByLabel('Mot de passe').fill('pas le bon mot');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
});

it('says that nothing really leaves, and on which day the demonstration is', async () => {
  const page = await visit('/tableau-de-bord');
  await page.getByText('aucun envoi réel').waitFor();
  await page.getByText(/Nous sommes le/).waitFor();
  expect(await page.getByRole('link', { name: 'Boîte locale' }).getAttribute('href')).toContain('http');
});

it('G then a letter goes to a page, ? shows every key', async () => {
  const page = await visit('/relances');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL('**/agenda');
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
});

it('Ctrl-K finds an invoice by its number and opens its case', async () => {
  const page = await visit('/agenda');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const { data } = (await (await page.request.get('/v1/invoices?limit=1&status=open')).json()) as {
    data: { id: string; number: string }[];
  };
  const [invoice] = data;
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Numéro de facture').fill(invoice?.number ?? '');
  await page
    .getByRole('dialog')
    .getByText(invoice?.number ?? '', { exact: true })
    .first()
    .click();
  await page.waitForURL(`**/dossiers/${invoice?.id ?? ''}`);
});

it('speaks English when told to, and keeps to it', async () => {
  const page = await visit('/agenda');
  await page.getByRole('button', { name: /Mon compte/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Reminders' }).waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Reminders' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

it('an address that is none says so and leads back', async () => {
  const page = await visit('/nulle-part');
  await page.getByText('Cette page n’existe pas').waitFor();
  await page.getByRole('link', { name: 'Revenir aux relances' }).click();
  await page.waitForURL('**/relances');
});
