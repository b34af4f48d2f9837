import { expect, it } from 'vitest';
import { outOfReach, violationsOf } from './looked-at.ts';
import { company, useBrowser, visit } from './visit.ts';

// Checks of every page: axe, both colour schemes, 200 % zoom and a small screen.

useBrowser();

/** Paths by the heading of the page; the part in braces is replaced by the first id of that list of the API. */
const PAGES = {
  Relances: '/relances',
  'Relances, volet du dossier': '/relances/{invoices?status=open}',
  Dossier: '/dossiers/{invoices?status=open}',
  'Dossier au contentieux': '/dossiers/{invoices?hold=litigation}',
  Agenda: '/agenda',
  'Agenda, volet de l’action': '/agenda/{actions?status=to_confirm}',
  Clients: '/clients',
  Client: '/clients/{customers}',
  Prescripteurs: '/prescripteurs',
  Notaires: '/notaires',
  Tiers: '/tiers/{third-parties?sort=-unpaid_count}',
  Contentieux: '/contentieux',
  Envois: '/envois',
  'Envois, volet de l’envoi': '/envois/{messages}',
  Anomalies: '/anomalies',
  'Tableau de bord': '/tableau-de-bord',
  'Balance âgée': '/balance-agee',
  Modèles: '/modeles',
  Modèle: '/modeles/{templates?kind=email}',
  Scénarios: '/scenarios',
  Scénario: '/scenarios/{scenarios}',
  Groupes: '/groupes',
  Imports: '/imports',
  Réglages: '/reglages',
};
const AT_200_PERCENT = { width: 720, height: 450 };
const TELEPHONE = { width: 390, height: 844 };
const SMALL = { width: 1280, height: 720 };

/** An address of each page on which there is something to see. */
async function addresses(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [name, path] of Object.entries(PAGES)) {
    const list = /\{(.+)\}/.exec(path)?.[1];
    if (!list) found.push([name, path]);
    else {
      const { data } = await company().do('GET', `/${list}${list.includes('?') ? '&' : '?'}limit=1`);
      found.push([name, path.replace(`{${list}}`, data[0].id)]);
    }
  }
  return found;
}

// In one test and one window, so that what the browser caches of a page is not fetched and parsed again for each page.
it('axe finds nothing on any page, light or dark, and nothing is out of reach on a small screen or at 200 %', async () => {
  const page = await visit('/', { role: 'admin' });
  const found: Record<string, string[]> = {};
  for (const [name, path] of await addresses()) {
    await page.setViewportSize(SMALL);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    const faults = await violationsOf(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await violationsOf(page, 'color-contrast')));
    faults.push(...(await outOfReach(page, SMALL)), ...(await outOfReach(page, AT_200_PERCENT)));
    if (faults.length > 0) found[name] = faults;
  }
  expect(found).toEqual({});
}, 400_000);

it('on a telephone the user’s menu is in reach, the counters keep their figures and a customer has one column', async () => {
  const page = await visit('/relances');
  await page.setViewportSize(TELEPHONE);
  const menu = await page.getByRole('button', { name: /Mon compte/ }).boundingBox();
  expect(menu!.x + menu!.width).toBeLessThanOrEqual(TELEPHONE.width);
  const search = await page.getByRole('button', { name: /^Rechercher/ }).boundingBox();
  expect(search!.x + search!.width).toBeLessThanOrEqual(menu!.x);
  await page.getByRole('button', { name: /^R1/ }).first().waitFor();
  const cut = `[...document.querySelectorAll('button[aria-pressed]')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length`;
  expect(await page.evaluate<number>(cut)).toBe(0);
  const [customer] = (await company().do('GET', '/customers?limit=1')).data;
  await page.goto(`/clients/${customer.id}`);
  const fact = await page.getByText('Référence', { exact: true }).first().boundingBox();
  const tab = await page.getByRole('tab').first().boundingBox();
  expect(tab!.y).toBeGreaterThan(fact!.y);
});

it('the sign-in page too', async () => {
  const page = await visit('/', { role: null });
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOf(page, 'color-contrast')).toEqual([]);
  expect(await outOfReach(page, AT_200_PERCENT)).toEqual([]);
});

it('axe is really asked: a picture without words is found', async () => {
  const page = await visit('/clients');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(`document.querySelector('main').append(new Image(10, 10))`);
  expect((await violationsOf(page)).join()).toContain('image-alt');
});
