import { PNG } from 'pngjs';
import { expect, inject, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// The creditor's settings and its users.

useBrowser();

it('001-11 001-12 the company that writes the letters, its logo, and whether letters show it', async () => {
  const before = await company().do('GET', '/settings');
  const page = await visit('/reglages/societe');
  const phone = before.company.phone === '01 99 00 41 80' ? '01 99 00 41 81' : '01 99 00 41 80';
  const rate = fieldOf(page, 'Taux des pénalités de retard, tel qu’il est écrit dans les relances');
  const save = page.getByRole('button', { name: 'Enregistrer la société' });
  await fieldOf(page, 'Téléphone').fill(phone);
  let answer = () => {};
  const late = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v1/settings', async (route) => {
    if (route.request().method() === 'PATCH') await late;
    await route.continue();
  });
  await save.click();
  // What is typed while the answer is awaited stays, and is saved next.
  const rateText = unique('taux contractuel');
  await rate.fill(rateText);
  answer();
  await page.getByText('Réglages enregistrés. Les relances prévues suivent.').waitFor();
  expect((await company().do('GET', '/settings')).company.phone).toBe(phone);
  expect(await rate.inputValue()).toBe(rateText);
  await page.unrouteAll({ behavior: 'wait' });
  await save.click();
  await expect.poll(async () => (await company().do('GET', '/settings')).late_penalty_rate_text).toBe(rateText);

  const logo = page.getByRole('region', { name: 'Logo' });
  await logo.getByText(/1 Mo .*en tête des courriers, jamais dans un courriel\.$/).waitFor();
  const choosing = page.waitForEvent('filechooser');
  await logo.getByRole('button', { name: /^(Choisir un fichier PNG|Remplacer le logo)…$/ }).click();
  const buffer = PNG.sync.write(new PNG({ width: 40, height: 20 }));
  await (await choosing).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
  await page.getByText('Logo enregistré.').waitFor();
  await logo.getByRole('img', { name: 'Le logo actuel' }).waitFor();
  const isShown = logo.getByRole('switch', { name: 'Afficher le logo dans les courriers PDF' });
  const was = await isShown.isChecked();
  await isShown.click();
  await page.getByText('Réglage enregistré.', { exact: true }).waitFor();
  expect((await company().do('GET', '/settings')).show_logo_in_letters).toBe(!was);
  await logo.getByRole('button', { name: 'Retirer le logo' }).click();
  await logo.getByText('Pas de logo').waitFor();
  const { late_penalty_rate_text } = before;
  await company().change('/settings', { company: before.company, late_penalty_rate_text, show_logo_in_letters: was });
});

it('002-01 an admin takes a person in, sets a password, makes a key that is shown once, and revokes it', async () => {
  const [name, program] = [`Paul ${unique('Andrieu')}`, unique('Comptabilité')];
  const page = await visit('/reglages/utilisateurs', { role: 'admin' });
  await page.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ajouter un utilisateur' });
  await fieldOf(dialog, 'Nom').fill(name);
  await fieldOf(dialog, 'Adresse électronique').fill(`${unique('paul')}@horizon.example`);
  await dialog.getByRole('button', { name: 'Ajouter un utilisateur' }).click();
  const line = page.getByRole('table', { name: 'Utilisateurs' }).getByRole('row').filter({ hasText: name });
  await line.getByRole('button', { name: `Définir le mot de passe · ${name}` }).click();
  await fieldOf(page.getByRole('dialog'), 'Nouveau mot de passe').fill('une phrase assez longue');
  await page.getByRole('dialog').getByRole('button', { name: 'Définir le mot de passe' }).click();
  await line.getByText('défini').waitFor();

  await page.getByRole('tab', { name: 'Clés d’API' }).click();
  await page.getByRole('button', { name: 'Nouvelle clé' }).click();
  await fieldOf(page.getByRole('dialog'), 'Nom').fill(program);
  await chooseIn(page, 'Rôle', 'chargé de recouvrement');
  await page.getByRole('button', { name: 'Créer la clé' }).click();
  const secret = (await page.getByTestId('new-key').textContent()) ?? '';
  const ask = (key: string) =>
    fetch(`${inject('console').url}/v1/invoices?limit=1`, { headers: { Authorization: `Bearer ${key}` } });
  expect((await ask(secret)).status).toBe(200);
  await page.getByRole('button', { name: 'J’ai copié la clé' }).click();
  await page.getByRole('button', { name: `Révoquer la clé ${program}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Révoquer la clé' }).click();
  await page.getByText(`Clé ${program} révoquée.`).waitFor();
  expect((await ask(secret)).status).toBe(401);
});

it('002-08 the check list says what is set up and what is not; going live says why it cannot be yet', async () => {
  const page = await visit('/reglages');
  const steps = page.getByRole('list', { name: 'Mise en place' });
  await steps
    .getByRole('listitem', { name: /modèles/i })
    .getByRole('img', { name: 'Fait' })
    .waitFor();
  await page.getByRole('tab', { name: 'Passer en réel' }).click();
  await page.getByText('Vous ne pouvez pas encore passer en réel').waitFor();
  await page.getByText(/^Aucune clé de prestataire/).waitFor();
});

it('late interest: the creditor’s own rate, and a published one that the product does not know', async () => {
  const before = await company().do('GET', '/settings');
  await company().change('/settings', { interest_rates: [], late_penalty_basis_points: null });
  const page = await visit('/reglages/regles');
  const section = page.getByRole('region', { name: 'Pénalités de retard' });
  await fieldOf(section, 'Votre taux contractuel entre professionnels \\(par an\\)').fill('12.5');
  await section.getByRole('button', { name: 'Ajouter un taux' }).click();
  await fieldOf(section, 'Semestre').fill('2031');
  await fieldOf(section, 'Par an').fill('2,15');
  await fieldOf(section, 'Source').fill('Banque de France, 1er juillet 2031');
  const save = page.getByRole('button', { name: 'Enregistrer les règles' });
  await save.click();
  await section.getByText('Un semestre, par exemple 2026-H2.').waitFor();
  await fieldOf(section, 'Semestre').fill('2031-h2');
  await save.click();
  await page.getByText('Réglages enregistrés. Les relances prévues suivent.').waitFor();
  expect(await company().do('GET', '/settings')).toMatchObject({
    late_penalty_basis_points: 1250,
    interest_rates: [
      { kind: 'ecb', semester: '2031-H2', basis_points: 215, source: 'Banque de France, 1er juillet 2031' },
    ],
  });
  await section.getByRole('button', { name: 'Retirer le taux refinancement de la BCE 2031-H2' }).click();
  await save.click();
  const ratesNow = async () => (await company().do('GET', '/settings')).interest_rates;
  await expect.poll(ratesNow).toEqual([]);
  const { interest_rates, late_penalty_basis_points } = before;
  await company().change('/settings', { interest_rates, late_penalty_basis_points });
});

it('a rate above 100 stays as it was typed, with the reason why it is not taken, and is not stored', async () => {
  const before = await company().do('GET', '/settings');
  const page = await visit('/reglages/regles');
  const rate = fieldOf(page, 'Votre taux contractuel entre professionnels \\(par an\\)');
  await rate.fill('');
  await rate.pressSequentially('150');
  await rate.press('Tab');
  await page.getByText('«\u00a0150\u00a0» n’est pas pris\u00a0: un taux de 0 à 100, par exemple 12,5.').waitFor();
  expect(await rate.inputValue()).toMatch(/^150/);
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
  expect((await answered).status()).toBe(422);
  const now = await company().do('GET', '/settings');
  expect(now.late_penalty_basis_points).toBe(before.late_penalty_basis_points);
  await rate.fill('12,5');
  await page.getByText(/n’est pas pris/).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Annuler les modifications' }).click();
});

it('what third parties read of each case in a statement is chosen in the rules', async () => {
  const { statement_columns: before } = await company().do('GET', '/settings');
  const page = await visit('/reglages/regles');
  const section = page.getByRole('region', { name: 'États aux prescripteurs et aux notaires' });
  const toggle = async (column: string) => chooseIn(page, 'Ce que le tiers lit de chaque dossier', column);
  await section.getByText('reste dû', { exact: true }).first().waitFor();
  await toggle('reste dû');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Enregistrer les règles' }).click();
  const columnsNow = async () => (await company().do('GET', '/settings')).statement_columns;
  await expect.poll(columnsNow).toEqual(before.filter((name: string) => name !== 'balance'));
  await company().change('/settings', { statement_columns: before });
});

it('whether letters leave by the provider: the switch says what follows, and stays as it was put', async () => {
  const page = await visit('/reglages/prestataires');
  const section = page.getByRole('region', { name: 'Courriers (prestataire éditique)' });
  const uses = section.getByRole('switch', { name: 'Confier nos courriers à ce prestataire' });
  await section.getByText(/^Désactivé, plus rien ne part par lui/).waitFor();
  expect(await uses.isChecked()).toBe(true);
  await section.getByRole('link', { name: 'Ouvrir la boîte locale' }).waitFor();
  // A repeated read is slow to answer: what was saved is shown in the meantime.
  let answer = () => {};
  const late = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/v1/settings', async (route) => {
    if (route.request().method() === 'GET') await late;
    await route.continue();
  });
  await uses.click();
  await page.getByText('Réglage enregistré. Les relances prévues suivent.').waitFor();
  expect(await uses.isChecked()).toBe(false);
  await section.getByText(/^Réactivé, les relances prévues suivent/).waitFor();
  answer();
  await page.unrouteAll({ behavior: 'wait' });
  await uses.click();
  await expect.poll(async () => (await company().do('GET', '/settings')).print_enabled).toBe(true);
});

it('settings that cannot be read are said, and asked for again', async () => {
  expectFaults();
  const page = await visit('/reglages');
  await page.getByRole('list', { name: 'Mise en place' }).waitFor();
  const refused = { status: 409, contentType: 'application/problem+json', body: '{"code":"x","detail":"x"}' };
  await page.route('**/v1/settings', (route) => route.fulfill(refused));
  await page.goto('/reglages/prestataires');
  const again = page.getByRole('button', { name: 'Réessayer' });
  await again.waitFor();
  await page.unroute('**/v1/settings');
  await again.click();
  await page.getByRole('region', { name: 'SMS' }).waitFor();
});
