import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { violationsOf } from './looked-at.ts';
import { saved } from './screens/download.ts';
import { dueByHand } from './screens/debts.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// A customer's rights over their data: to get a copy, and to have it erased.

useBrowser();

const ERASE = 'Effacer ses données…';

async function customer() {
  const reference = unique('C');
  const { status, body } = await company().ask('POST', '/customers', {
    ...{ reference, name: 'Zoé Farfadet', kind: 'consumer', language: 'fr' },
    address: { lines: ['7 impasse des Farfadets'], postal_code: '69004', city: 'Lyon', country: 'FR' },
    contacts: [{ name: 'Zoé Farfadet', email: `${reference}@farfadet.example`, recovery: true }],
  });
  expect(status).toBe(201);
  return body as { id: string; reference: string };
}

it('all that is stored is one file on the card, for a supervisor, who erases nothing', async () => {
  const { id, reference } = await customer();
  const page = await visit(`/clients/${id}`);
  const { name, bytes } = await saved(page, page.getByRole('button', { name: 'Télécharger ses données' }));
  expect(name).toBe(`donnees-personnelles-${reference}.json`);
  expect(JSON.parse(bytes.toString())).toMatchObject({ customer: { name: 'Zoé Farfadet' } });
  expect(await page.getByRole('button', { name: ERASE }).count()).toBe(0);
});

it('a file that does not come is a notice, and nothing is saved in its place', async () => {
  const { id } = await customer();
  expectFaults();
  const page = await visit(`/clients/${id}`);
  const body = JSON.stringify({ code: 'internal', detail: 'Something went wrong.' });
  for (const path of ['personal-data', 'account.pdf'])
    await page.route(`**/v1/customers/${id}/${path}`, (route) => route.fulfill({ status: 500, body }));
  const tabs = page.context().pages().length;
  let files = 0;
  page.on('download', () => (files += 1));
  await page.getByRole('button', { name: 'Télécharger ses données' }).click();
  await expect.poll(() => page.getByRole('alert').count()).toBe(1);
  await page.getByRole('button', { name: 'Relevé de compte (PDF)' }).click();
  await expect.poll(() => page.getByRole('alert').count()).toBe(2);
  expect([files, page.context().pages().length]).toEqual([0, tabs]);
});

it('an admin erases for good, with a reason, and the card says who did and offers to erase what comes afterwards alone', async () => {
  const { id } = await customer();
  const page = await visit(`/clients/${id}`, { role: 'admin' });
  await page.getByRole('button', { name: ERASE }).click();
  const dialog = page.getByRole('dialog', { name: 'Effacer les données de Zoé Farfadet' });
  await dialog.getByText(/Plus rien ne pourra lui être envoyé/).waitFor();
  expect(await dialog.getByRole('button', { name: 'Effacer définitivement' }).isDisabled()).toBe(true);
  await dialog.getByText('Reste dans l’historique de chaque dossier : n’y écrivez ni nom ni adresse.').waitFor();
  await dialog.getByLabel('Motif').fill('Demande du 12 novembre');
  expect(await violationsOf(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Client effacé' }).waitFor();
  await page.getByText('Motif : Demande du 12 novembre').waitFor();
  for (const name of [ERASE, 'Modifier la fiche', 'Modifier les contacts', 'Nouvelle facture…'])
    expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
  expect(await page.getByText('Farfadet').count()).toBe(0);
  await page.getByRole('tab', { name: 'Appels et notes' }).click();
  await page
    .getByText('Rien encore')
    .or(page.getByRole('list', { name: /^Ce qui s’est passé/ }))
    .first()
    .waitFor();
  for (const name of ['Consigner un appel', 'Ajouter une note'])
    expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
  // What is written afterwards can be erased too; the card says who erased the customer first.
  await page.getByRole('button', { name: 'Effacer ce qui est venu depuis…' }).click();
  const again = page.getByRole('dialog', { name: 'Effacer les données de Client effacé' });
  await again.getByLabel('Motif').fill('Ce qui est venu depuis');
  await again.getByRole('button', { name: 'Effacer définitivement' }).click();
  await again.waitFor({ state: 'detached' });
  await page.getByText('Motif : Demande du 12 novembre').waitFor();
});

it('while a case is open it says so, and erases nothing', async () => {
  const one = await dueByHand({ kind: 'professional' });
  const page = await visit(`/clients/${one.customer.id}`, { role: 'admin' });
  await page.getByRole('button', { name: ERASE }).click();
  const dialog = page.getByRole('dialog', { name: /^Effacer les données d(e |’)/ });
  await dialog.getByLabel('Motif').fill('Demande');
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await dialog.getByText(/^Un dossier de ce client est ouvert/).waitFor();
  await one.file();
});

it('in English who was erased is “Erased customer” in every list, in the search, in the files and as a title', async () => {
  const { id, reference } = await customer();
  const business = company();
  const task = await business.ask('POST', '/tasks', {
    customer_id: id,
    title: 'Classer',
    alert_at: new Date().toISOString(),
  });
  expect(task.status).toBe(201);
  const { id: actionId } = task.body as { id: string };
  expect((await business.ask('POST', `/actions/${actionId}/complete`, {})).status).toBe(200);
  const page = await visit(`/clients/${id}`, { role: 'admin' });
  await page.getByRole('button', { name: ERASE }).click();
  const dialog = page.getByRole('dialog', { name: 'Effacer les données de Zoé Farfadet' });
  await dialog.getByLabel('Motif').fill('Demande');
  await dialog.getByRole('button', { name: 'Effacer définitivement' }).click();
  await page.getByRole('heading', { level: 1, name: 'Client effacé' }).waitFor();
  await page.evaluate("localStorage.setItem('relance-language', 'en')");
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Erased customer' }).waitFor();
  await page.getByRole('button', { name: 'Erase what came since…' }).click();
  await page.getByRole('dialog', { name: 'Erase the data of Erased customer' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill(reference);
  await page.getByRole('dialog').getByText('Erased customer').waitFor();
  for (const [path, filter] of [
    ['/clients', `q=${reference}`],
    ['/agenda', `tab=done&customer_id=${id}`],
  ]) {
    await page.goto(`${path}?${filter}`);
    await page.getByRole('table').getByText('Erased customer').first().waitFor();
    const { bytes } = await saved(page, page.getByRole('button', { name: 'Export as CSV' }));
    expect([path, bytes.toString().includes('Erased customer'), bytes.toString().includes('Client effacé')]).toEqual([
      ...[path, true, false],
    ]);
    expect([path, await page.getByText('Client effacé').count()]).toEqual([path, 0]);
  }
});
