import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

useBrowser();

it('002-01 the demonstration signs in with one click, as a supervisor, who has the set-up pages', async () => {
  const page = await visit('/', { role: null });
  await page.getByRole('button', { name: 'Entrer comme superviseur' }).click();
  await page.getByRole('link', { name: 'Relances' }).waitFor();
  await page.getByRole('link', { name: 'Scénarios' }).waitFor();
  await page.waitForURL('**/relances');
});

it('002-01 a collector is not shown the set-up pages', async () => {
  const page = await visit('/agenda', { role: 'collector' });
  await page.getByRole('link', { name: 'Agenda' }).waitFor();
  expect(await page.getByRole('link', { name: 'Scénarios' }).count()).toBe(0);
});

it('signs in by password where it was going to, changes the password, and out again', async () => {
  const email = `${unique('sandra')}@horizon.example`;
  const { id } = await company().do('POST', '/users', {
    name: 'Sandra Kessler',
    email,
    phone: '01 99 00 41 79',
    role: 'collector',
  });
  await company().do('PUT', `/users/${id}/password`, { password: 'un premier mot de passe' });
  const page = await visit('/agenda', { role: null });
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Mot de passe').fill('un premier mot de passe');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  const account = page.getByRole('button', { name: 'Mon compte : Sandra Kessler' });
  await account.click();
  expect(new URL(page.url()).pathname).toBe('/agenda');
  await page.getByRole('menuitem', { name: 'Changer mon mot de passe' }).click();
  const dialog = page.getByRole('dialog', { name: 'Changer mon mot de passe' });
  await dialog.getByLabel('Mot de passe actuel').fill('pas celui-là du tout');
  await dialog.getByLabel('Nouveau mot de passe').fill('un second mot de passe');
  await dialog.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Mot de passe actuel').fill('un premier mot de passe');
  await dialog.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await dialog.waitFor({ state: 'detached' });

  await account.click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  await page.goto('/clients');
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
});

it('a wrong password says so, and not which of the two was wrong', async () => {
  const page = await visit('/', { role: null });
  await page.getByLabel('Adresse électronique').fill('personne@exemple.fr');
  await page.getByLabel('Mot de passe').fill('pas le bon mot');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByText('Adresse ou mot de passe incorrect.').waitFor();
});

/** A page with a half-written task, over which the session has just ended. */
async function endedOverTask() {
  const page = await visit('/agenda', { role: 'supervisor', fresh: true });
  await page.getByRole('button', { name: 'Nouvelle tâche' }).click();
  await page.getByRole('option', { name: 'Sans client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle tâche', exact: true });
  await fieldOf(dialog, 'À faire').fill('Rappeler le notaire');
  await page.context().clearCookies();
  await fieldOf(dialog, 'À faire').press('Enter');
  return { page, dialog, again: page.getByRole('dialog', { name: 'Votre session a pris fin' }) };
}

it('a session that runs out while a dialog is open asks to sign in again over it, and what was typed is still there', async () => {
  const { page, dialog, again } = await endedOverTask();
  await again.waitFor();
  // Neither Esc nor Ctrl-K reaches the page beneath.
  await again.getByLabel('Mot de passe').press('Escape');
  await again.getByLabel('Mot de passe').press('Control+k');
  await again.getByRole('button', { name: 'Entrer comme superviseur' }).click();
  await again.waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog', { name: 'Rechercher' }).count()).toBe(0);
  // The focus is back in the field.
  expect(await dialog.locator(':focus').inputValue()).toBe('Rappeler le notaire');
  await dialog.getByRole('button', { name: 'Créer la tâche' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('who works for several companies chooses his over the page whose session has ended, and another person begins on a fresh page', async () => {
  const { page, dialog, again } = await endedOverTask();
  await page.route('**/v1/session', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    const creditors = ['Horizon', 'Zénith'].map((detail) => ({
      pointer: '/creditor',
      code: 'one_of',
      detail,
      fix: detail,
    }));
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      json: {
        type: 'about:blank',
        title: 'Which',
        status: 409,
        code: 'which_creditor',
        detail: 'Several',
        errors: creditors,
      },
    });
  });
  await again.getByLabel('Adresse électronique').fill('marc@horizon.example');
  await again.getByLabel('Mot de passe').fill('un mot de passe à lui');
  await again.getByRole('button', { name: 'Se connecter', exact: true }).click();
  await again.getByRole('combobox', { name: 'Société' }).click();
  await page.getByRole('option', { name: 'Zénith' }).click();
  await again.getByRole('button', { name: 'Entrer comme chargé de recouvrement' }).click();
  await page.waitForURL('**/relances');
  await page.getByRole('button', { name: /^Mon compte/ }).waitFor();
  expect([await again.count(), await dialog.count()]).toEqual([0, 0]);
});
