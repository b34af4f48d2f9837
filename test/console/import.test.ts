import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { dueByHand } from './screens/debts.ts';
import { saved } from './screens/download.ts';
import { chooseIn } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// Imports a file of another software.

useBrowser();

it('a CSV is dropped, its columns are named, faulty lines are seen before and refused after, to be corrected', async () => {
  const one = await dueByHand();
  const [good, bad] = [unique('IMP'), unique('IMP')];
  const rows = [
    'N° Facture;Code client;Émise;Échéance;Montant TTC;Devise',
    `${good};${one.customer.reference};03/11/2026;03/12/2026;1 234,56;EUR`,
    `${bad};${one.customer.reference};31/02/2026;03/12/2026;99,00;EUR`,
    `${unique('IMP')};INCONNU;03/11/2026;03/12/2026;10,00;EUR`,
  ];
  const page = await visit('/imports');
  const example = await saved(page, page.getByRole('button', { name: 'Télécharger un fichier d’exemple' }));
  expect([example.name, example.bytes.toString().split(';')[0]]).toEqual(['factures.csv', '\u{FEFF}Numéro']);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'factures.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await page.getByText(/^factures\.csv · 3.lignes$/).waitFor();
  await page.getByRole('alert').getByText('Il manque : Date de facture.').waitFor();
  await chooseIn(page, 'Correspondance d’Émise', 'Date de facture *');
  await page
    .getByRole('status')
    .getByText(/^1.ligne à problème/)
    .waitFor();
  const preview = page.getByRole('region', { name: 'Premières lignes et lignes à problème' });
  await preview.getByText('1 234,56').waitFor();
  await page.getByRole('button', { name: /^Importer 3.lignes$/ }).click();
  await page.waitForURL('**/imports/*');
  await page
    .getByRole('status')
    .getByText(/^Terminé.: 1.ligne acceptée sur 3/)
    .waitFor();
  const refused = page.getByRole('table', { name: 'Lignes refusées' });
  await refused.getByText('client inconnu', { exact: true }).waitFor();
  await refused.getByText(/^Date de facture.: n’est pas une date/).waitFor();
  const kept = await saved(page, page.getByRole('button', { name: 'Télécharger les lignes refusées à corriger' }));
  expect(kept.bytes.toString()).toContain(bad);
  expect(kept.bytes.toString()).not.toContain(good);
  const [headings, first] = kept.bytes.toString().split('\n');
  expect(headings).toBe('\u{FEFF}N° Facture;Code client;Émise;Échéance;Montant TTC;Devise;ligne;motif du refus');
  expect(first).toContain(`${bad};${one.customer.reference};31/02/2026;03/12/2026;"99,00";EUR;3;`);
  const listed = page.getByRole('region', { name: 'Imports précédents' }).getByRole('row', { name: 'factures.csv' });
  expect(await listed.first().innerText()).toMatch(/factures\.csv.*3\s+1\s+2\s+terminé$/s);
  const { data } = await company().do('GET', `/invoices?number=${good}`);
  expect(data[0]).toMatchObject({ total_cents: 123_456, issued_on: '2026-11-03' });
  await company().do('POST', `/invoices/${data[0].id}/cancel`, { reason: 'Fin de l’histoire' });
  await one.file();
});
