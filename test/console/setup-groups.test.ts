import { it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { dueByHand } from './screens/debts.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// A supervisor defines groups of customers and their collectors.

useBrowser();

it('002-06 002-07 002-10 002-11 a group counts while it is made, takes its customers in, gives them scenario and collector', async () => {
  const tag = unique('agence');
  const one = await dueByHand({ customer: { tags: [tag] } });
  const other = await dueByHand({ customer: { tags: [tag] } });
  const collector = await company().do('POST', '/users', {
    name: `Inès ${unique('Marchetti')}`,
    email: `${unique('ines')}@horizon.example`,
    phone: null,
    role: 'collector',
  });
  const name = unique('Agences suivies');
  const page = await visit('/groupes/nouveau');
  const editor = page.getByRole('region', { name: 'Nouveau groupe' });
  await fieldOf(editor, 'Nom du groupe').fill(name);
  await fieldOf(editor, 'Priorité').fill('1');
  await chooseIn(page, 'Critère', 'Étiquette');
  await fieldOf(editor, 'Valeur').fill(tag);
  await editor
    .getByRole('status')
    .getByText(/^2.clients répondent à ces critères$/)
    .waitFor();
  await chooseIn(page, 'Scénario', 'Relance à la main');
  await chooseIn(page, 'Chargé de recouvrement', collector.name);
  await editor.getByRole('button', { name: 'Créer le groupe' }).click();
  await page.getByText(new RegExp(`^Groupe ${name} créé`)).waitFor();

  await page.getByRole('button', { name: 'Recalculer maintenant' }).click();
  await page.getByText(/^Groupes recalculés.: \d+/).waitFor();
  const members = page.getByRole('region', { name: 'Dans ce groupe' });
  await members.getByText(/^2.clients/).waitFor();
  await page
    .getByRole('list', { name: /^Groupes, dans l’ordre/ })
    .getByRole('listitem')
    .filter({ hasText: name })
    .getByText('Relance à la main')
    .waitFor();
  await members.getByRole('link').first().click();
  await page.waitForURL('**/clients/*');
  await page.getByText(name).first().waitFor();
  await page.getByText(collector.name).first().waitFor();
  const card = page.getByRole('complementary', { name: 'Fiche du client' });
  await card.getByText('Relance à la main').getByText('du groupe').waitFor();

  const customers = await visit('/clients', { role: 'collector' });
  await customers
    .getByRole('table', { name: 'Liste des clients' })
    .getByRole('row')
    .getByText(/^J\+15/)
    .getByText('par défaut')
    .first()
    .waitFor();

  // The collector's own list and agenda show the collector's customers.
  const work = await visit(`/relances?collector_id=${collector.id}`, { role: 'collector' });
  for (const { number } of [one, other])
    await work.getByRole('table', { name: 'Dossiers à relancer' }).getByText(number).waitFor();
  await Promise.all([one.file(), other.file()]);
});
