import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { held, letGo } from './screens/held.ts';
import { company, useBrowser, visit } from './visit.ts';

// What a supervisor types while something new is being stored stays, and so does the cursor.

useBrowser();

it('of a template that is being made, and of its second text', async () => {
  const name = unique('Relance en cours');
  const page = await visit('/modeles/nouveau');
  const subject = fieldOf(page, 'Objet');
  const write = async (words: string) => {
    await page.getByRole('textbox', { name: 'Texte', exact: true }).click();
    await page.keyboard.type(words);
  };
  await fieldOf(page, 'Nom du modèle').fill(name);
  await subject.fill('Facture');
  await write('Bonjour.');
  await page.getByRole('button', { name: 'Ajouter un texte' }).click();
  await subject.fill('Lettre');
  const go = await held(page, 'POST', ({ pathname }) => /\/variants$/.test(pathname));
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await subject.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' de');
  go();
  await page.getByText(`Modèle ${name} créé.`).waitFor();
  await page.waitForURL(/\/modeles\/(?!nouveau)/);
  await page.keyboard.type(' relance');
  expect(await subject.inputValue()).toBe('Lettre de relance');
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await page.getByText(`Modèle ${name} enregistré.`).waitFor();
  const id = new URL(page.url()).pathname.split('/').at(-1);
  const { variants } = await company().do('GET', `/templates/${id}`);
  expect(variants.map((text: { subject: string }) => text.subject)).toEqual(['Facture', 'Lettre de relance']);
  await letGo(page);
  await company().do('DELETE', `/templates/${id}`);
});

it('of a second text that is being added to a template', async () => {
  const draft = { kind: 'email', level: 1, language: 'fr', subject: 'Facture', body_html: '<p>Bonjour.</p>' };
  const { id, name } = await company().do('POST', '/templates', { ...draft, name: unique('Relance suivie') });
  const page = await visit(`/modeles/${id}`);
  const subject = fieldOf(page, 'Objet');
  await page.getByRole('button', { name: 'Ajouter un texte' }).click();
  await subject.fill('Lettre');
  const go = await held(page, 'POST', ({ pathname }) => /\/variants$/.test(pathname));
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await subject.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' de');
  go();
  await page.getByText(`Modèle ${name} enregistré.`).waitFor();
  await page.keyboard.type(' relance');
  expect(await subject.inputValue()).toBe('Lettre de relance');
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await expect
    .poll(async () => (await company().do('GET', `/templates/${id}`)).variants[1].subject)
    .toBe('Lettre de relance');
  await letGo(page);
  await company().do('DELETE', `/templates/${id}`);
});

it('of a scenario and of a group that are being made', async () => {
  const page = await visit('/scenarios/nouveau');
  for (const { what, path, words } of [
    { what: 'Nom du scénario', path: 'scenarios', words: 'Créer le scénario' },
    { what: 'Nom du groupe', path: 'groups', words: 'Créer le groupe' },
  ]) {
    if (path === 'groups') await page.goto('/groupes/nouveau');
    const name = unique('Commencé');
    const field = fieldOf(page, what);
    await field.fill(name);
    if (path === 'scenarios') {
      await page.getByRole('button', { name: 'Modifier l’étape 1' }).click();
      await chooseIn(page, 'Type', 'appel');
    }
    const go = await held(page, 'POST', ({ pathname }) => pathname === `/v1/${path}`);
    await page.getByRole('button', { name: words }).click();
    await field.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' et');
    go();
    await page.waitForURL(/\/(?:scenarios|groupes)\/(?!nouveau)/);
    await page.keyboard.type(' fini');
    expect(await field.inputValue()).toBe(`${name} et fini`);
    await page.getByRole('button', { name: 'Annuler les modifications' }).click();
    await letGo(page);
    await company().do('DELETE', `/${path}/${new URL(page.url()).pathname.split('/').at(-1)}`);
  }
});

it('who leaves the page while its template is being made is not led back to it', async () => {
  const name = unique('Relance laissée');
  const page = await visit('/modeles/nouveau');
  await fieldOf(page, 'Nom du modèle').fill(name);
  await fieldOf(page, 'Objet').fill('Facture');
  await page.getByRole('textbox', { name: 'Texte', exact: true }).click();
  await page.keyboard.type('Bonjour.');
  const go = await held(page, 'POST', ({ pathname }) => /\/v1\/templates$/.test(pathname));
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await page.getByRole('link', { name: 'Scénarios', exact: true }).click();
  await page.getByRole('heading', { name: 'Scénarios' }).waitFor();
  go();
  await page.getByText(`Modèle ${name} créé.`).waitFor();
  await page.getByRole('table').getByRole('row').nth(1).waitFor();
  expect(new URL(page.url()).pathname).toBe('/scenarios');
  const [{ id }] = (await company().do('GET', `/templates?q=${encodeURIComponent(name)}`)).data;
  await letGo(page);
  await company().do('DELETE', `/templates/${id}`);
});
