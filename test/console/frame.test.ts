import { expect, it } from 'vitest';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

useBrowser();

it('says that nothing really leaves, and moves the day of the demonstration', async () => {
  const page = await visit('/tableau-de-bord');
  await page.getByText('aucun envoi réel').waitFor();
  expect(await page.getByRole('link', { name: 'Boîte locale' }).getAttribute('href')).toContain('http');
  const day = page.getByTestId('demo-day');
  await day.getByText(/Nous sommes le \d/).waitFor();
  const before = (await company().clock()).offset_days;
  await page.getByRole('button', { name: 'Avancer d’un jour' }).click();
  await page.getByText(/L’horloge est au \d/).waitFor({ timeout: 150_000 });
  expect((await company().clock()).offset_days).toBe(before + 1);
});

it('says that nothing leaves, and nothing arrives in the mailbox, while the provider’s key of a live company is missing', async () => {
  const page = await visit('/agenda', { fresh: true });
  await page.route('**/v1/session', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), live: true, sends: 'nowhere' } });
  });
  await page.goto('/reglages/prestataires');
  await page.getByText(/rien ne part.: la clé du prestataire de courriels manque/).waitFor();
  await page.getByText(/manque.: rien ne part, et rien n’arrive dans la boîte locale/).waitFor();
  expect(await page.getByText('tout arrive dans la boîte locale').count()).toBe(0);
  await page.goto('/reglages/passer-en-reel');
  await page.getByText(/manque.: rien ne part pour l’instant/).waitFor();
  expect(await page.getByText('Les courriels partent réellement').count()).toBe(0);
});

it('G then a letter goes to a page, ? shows every key, and keys rest under a dialog', async () => {
  const page = await visit('/relances');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.waitForURL('**/agenda?collector_id=*');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Raccourcis clavier' });
  await help.getByText('Entrée', { exact: true }).waitFor();
  await help.getByText('Échap', { exact: true }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  expect(new URL(page.url()).pathname).toBe('/agenda');
});

it('Ctrl-K finds an invoice by its number and opens its case', async () => {
  const page = await visit('/agenda');
  await page.getByRole('heading', { level: 1 }).waitFor();
  const [, invoice] = (await company().do('GET', '/invoices?limit=2&status=open')).data;
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Facture, client').fill('FA');
  await page.getByRole('dialog').getByText(/^FA-/).first().waitFor();
  // Enter does not go to what was found before all was typed.
  await page.getByPlaceholder('Facture, client').fill(invoice.number);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/dossiers/${invoice.id}`);
});

it('Ctrl-K finds a customer and a page, and the button at the top opens it too', async () => {
  const page = await visit('/agenda', { role: 'admin' });
  const [customer] = (await company().do('GET', '/customers?limit=1')).data;
  await page.getByRole('button', { name: /^Rechercher/ }).click();
  await page.getByPlaceholder('Facture, client').fill('REGLAGES');
  await page.getByRole('dialog').getByText('Réglages').first().waitFor();
  await page.getByPlaceholder('Facture, client').fill(customer.name);
  await page.getByRole('dialog').getByText(customer.reference).first().click();
  await page.waitForURL(`**/clients/${customer.id}`);
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

it('turns dark when told to, and keeps to it', async () => {
  const page = await visit('/agenda');
  const scheme = () => page.locator('html').getAttribute('data-mantine-color-scheme');
  await page.getByRole('button', { name: /Mon compte/ }).click();
  expect(await scheme()).toBe('light');
  await page.getByRole('menuitem', { name: 'Clair ou sombre' }).click();
  await page.reload();
  await page.getByRole('link', { name: 'Agenda' }).waitFor();
  expect(await scheme()).toBe('dark');
});

it('shows everybody what his messages print of him, and lets him change his telephone, in either language', async () => {
  const page = await visit('/agenda', { role: 'collector', fresh: true });
  const open = async (menu: RegExp, item: string) => {
    await page.getByRole('button', { name: menu }).click();
    await page.getByRole('menuitem', { name: item }).click();
    return page.getByRole('dialog', { name: item });
  };
  const dialog = await open(/Mon compte/, 'Mes coordonnées');
  const phone = dialog.getByLabel('Téléphone');
  const before = await phone.inputValue();
  await phone.fill('04 99 88 77 66');
  await dialog.getByTestId('printed-of-me').getByText('04 99 88 77 66').waitFor();
  await phone.fill('');
  const { company: ours } = await company().do('GET', '/settings');
  await dialog.getByTestId('printed-of-me').getByText(ours.phone).waitFor();
  await phone.fill('04 99 88 77 66');
  await dialog.getByRole('button', { name: 'Enregistrer mes coordonnées' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { data } = await company().do('GET', '/users?limit=200');
  expect(data.filter((user: { phone: string }) => user.phone === '04 99 88 77 66')).toHaveLength(1);
  await page.getByRole('button', { name: /Mon compte/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  const english = await open(/My account/, 'My details');
  await english.getByLabel('Telephone').fill(before);
  await english.getByRole('button', { name: 'Save my details' }).click();
  await english.waitFor({ state: 'detached' });
});

it('folds its menu to icons that keep their names', async () => {
  const page = await visit('/agenda');
  const width = async () => (await page.getByRole('navigation', { name: 'Pages' }).boundingBox())?.width ?? 0;
  await page.getByRole('button', { name: 'Replier le menu' }).click();
  await page.getByRole('button', { name: 'Déplier le menu' }).waitFor();
  expect(await width()).toBeLessThan(60);
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.waitForURL('**/clients');
});

it('in a narrow window its menu is folded until somebody unfolds it, which is remembered', async () => {
  const page = await visit('/agenda');
  await page.getByRole('button', { name: 'Replier le menu' }).waitFor();
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole('button', { name: 'Déplier le menu' }).click();
  await page.getByRole('button', { name: 'Replier le menu' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Replier le menu' }).waitFor();
});

it('in a narrow window its menu is folded for whoever used the console before that was so, and had chosen nothing; who had folded it finds it folded', async () => {
  const page = await visit('/agenda');
  await page.getByRole('button', { name: 'Replier le menu' }).waitFor();
  const before = async (stored: boolean) => {
    await page.evaluate(`localStorage.clear(); localStorage.setItem('relance-rail-folded', '${stored}')`);
    await page.reload();
  };
  await page.setViewportSize({ width: 1280, height: 720 });
  await before(false);
  await page.getByRole('button', { name: 'Déplier le menu' }).waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('button', { name: 'Replier le menu' }).waitFor();
  await before(true);
  await page.getByRole('button', { name: 'Déplier le menu' }).waitFor();
});

it('002-05 004-13 says beside Agenda how many actions wait for whoever is signed in, a task once its time has come, and no one else’s; there it shows these, and the whole team’s when asked', async () => {
  const page = await visit('/clients');
  const { user } = await (await page.request.get('/v1/session')).json();
  const mine = page.getByRole('link', { name: /^Agenda, [\d\s]+ en attente de vous$/ });
  const counted = async () => Number(((await mine.getAttribute('aria-label')) ?? '').replaceAll(/\D/g, ''));
  const { now_at: now } = await company().clock();
  const task = { title: 'Rappeler l’assureur', alert_at: now };
  await company().do('POST', '/tasks', { ...task, assignee_id: user.id });
  await page.reload();
  const before = await counted();
  await company().do('POST', '/tasks', task);
  await company().do('POST', '/tasks', { ...task, assignee_id: user.id });
  await page.reload();
  await mine.waitFor();
  await expect.poll(counted).toBe(before + 1);
  await mine.click();
  const waiting = async (name: string) =>
    Number(((await page.getByRole('tab', { name }).textContent()) ?? '').replaceAll(/\D/g, ''));
  await expect.poll(() => waiting('En attente de vous')).toBe(before + 1);
  await page.getByRole('button', { name: 'Toute l’équipe' }).click();
  await expect.poll(() => waiting('En attente')).toBeGreaterThan(before + 1);
  await page.getByRole('button', { name: 'Mes actions' }).click();
  await page.waitForURL(`**/agenda?collector_id=${user.id}`);
});

it('a keyboard alone reaches the content, past the menu', async () => {
  const page = await visit('/clients');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Aller au contenu');
  await page.keyboard.press('Enter');
  await page.locator('#content:focus').waitFor();
});

it('Enter on a button presses it, also on a page whose rows open by Enter', async () => {
  const page = await visit('/clients');
  await page.getByRole('button', { name: 'Replier le menu' }).press('Enter');
  await page.getByRole('button', { name: 'Déplier le menu' }).waitFor();
});

it('an address that is none says so and leads back', async () => {
  const page = await visit('/nulle-part');
  await page.getByText('Cette page n’existe pas').waitFor();
  await page.getByRole('link', { name: 'Revenir aux relances' }).click();
  await page.waitForURL('**/relances');
});

it('says when the server is away, keeps what was typed, and goes on by itself', async () => {
  expectFaults();
  const page = await visit('/clients', { fresh: true });
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouveau client' });
  await dialog.getByLabel('Nom').first().fill('Ateliers Vandeputte');
  await page.context().setOffline(true);
  await page.getByText('Le serveur ne répond pas.').waitFor({ timeout: 40_000 });
  expect(await dialog.getByLabel('Nom').first().inputValue()).toBe('Ateliers Vandeputte');
  await page.context().setOffline(false);
  await page.getByText('Le serveur ne répond pas.').waitFor({ state: 'detached', timeout: 40_000 });
});
