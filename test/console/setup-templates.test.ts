import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { chooseIn, fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// A supervisor writes the texts that are sent.

useBrowser();

const aTemplate = () =>
  company().do('POST', '/templates', {
    name: unique('Relance amiable'),
    kind: 'email',
    level: 1,
    language: 'fr',
    subject: 'Facture #invoice_number',
    body_html: '<p>Bonjour, il reste #items_amount_selected à régler.</p>',
  });

it('002-02 001-01 001-04 001-08 a template is written with a #tag, drawn beside as mail and as letter, and saved', async () => {
  const { id, name } = await aTemplate();
  const page = await visit(`/modeles/${id}`);
  await page.getByRole('textbox', { name: 'Objet' }).waitFor();
  const mail = page.frameLocator('iframe[title="Aperçu du courriel"]');
  await mail.getByRole('paragraph').filter({ hasText: 'Bonjour, il reste' }).waitFor();
  const text = page.getByRole('textbox', { name: 'Texte' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Merci avant le #payment_dead');
  await page.getByRole('option', { name: /payment_deadline/ }).click();
  await mail
    .getByRole('paragraph')
    .filter({ hasText: /Merci avant le \d/ })
    .waitFor();
  await page.locator('iframe[title="Aperçu du courrier en PDF"]').waitFor();
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await page.getByText(`Modèle ${name} enregistré.`).waitFor();
  expect((await company().do('GET', `/templates/${id}`)).body_html).toContain('#payment_deadline');
});

it('001-06 001-07 the toolbar sets words bold, in colour and as a list, and a #tag the table of all items; the mail and what is saved have it', async () => {
  const { id, name } = await aTemplate();
  const page = await visit(`/modeles/${id}`);
  const text = page.getByRole('textbox', { name: 'Texte' });
  const toolbar = page.getByRole('group', { name: /^Mise en forme/ });
  const saved = async () => (await company().do('GET', `/templates/${id}`)).body_html as string;
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Sans délai');
  await page.keyboard.press('Shift+Home');
  await toolbar.getByRole('button', { name: 'Gras' }).click();
  await text.locator('strong').filter({ hasText: 'Sans délai' }).waitFor();
  await page.keyboard.press('End');
  await toolbar.getByRole('button', { name: 'Liste à puces' }).click();
  await text.locator('li strong').filter({ hasText: 'Sans délai' }).waitFor();
  await page.keyboard.type(' et');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('#items_lis');
  await page
    .getByRole('option', { name: /^#?items_list\b/ })
    .first()
    .click();
  const mail = page.frameLocator('iframe[title="Aperçu du courriel"]');
  await mail.locator('li strong').filter({ hasText: 'Sans délai' }).waitFor();
  await mail.getByRole('columnheader', { name: 'Échéance' }).first().waitFor();
  await page.keyboard.press('Control+a');
  await toolbar.getByRole('button', { name: 'Couleur du texte' }).click();
  await page.getByRole('button', { name: /rouge/ }).first().click();
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await page.getByText(`Modèle ${name} enregistré.`).waitFor();
  expect(await saved()).toMatch(/<ul>.*<strong>.*Sans délai/);
  expect(await saved()).toMatch(/<span style="color: ?#/);
  expect(await saved()).toContain('#items_list');
});

it('001-04 an unknown #tag is named before anything is saved', async () => {
  const { id } = await aTemplate();
  const page = await visit(`/modeles/${id}`);
  const subject = page.getByRole('textbox', { name: 'Objet' });
  await subject.fill('Facture #numero_facture');
  await page.getByText('Balise inconnue').waitFor();
  await page
    .getByText(/#numero_facture/)
    .first()
    .waitFor();
  expect((await company().do('GET', `/templates/${id}`)).subject).toBe('Facture #invoice_number');
});

it('a new template whose second text is refused keeps what was typed, says why in French, and is made once it is mended', async () => {
  const name = unique('Relance avec lettre');
  const page = await visit('/modeles/nouveau');
  const write = async (words: string) => {
    await fieldOf(page, 'Objet').fill('Facture #invoice_number');
    await page.getByRole('textbox', { name: 'Texte', exact: true }).click();
    await page.keyboard.type(words);
  };
  await fieldOf(page, 'Nom du modèle').fill(name);
  await write('Bonjour.');
  await page.getByRole('button', { name: 'Ajouter un texte' }).click();
  await fieldOf(page, 'Objet').fill('Facture #facture_numero');
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await page.getByRole('alert').getByText('La balise #facture_numero n’existe pas.').first().waitFor();
  expect(await fieldOf(page, 'Objet').inputValue()).toBe('Facture #facture_numero');
  expect(await fieldOf(page, 'Nom du modèle').inputValue()).toBe(name);
  await fieldOf(page, 'Objet').fill('Facture #invoice_number, par lettre');
  await page.getByRole('button', { name: /^(Enregistrer|Créer) le modèle/ }).click();
  await page.getByText(new RegExp(`^Modèle ${name} (créé|enregistré)`)).waitFor();
  // The template opens at its own address, with both texts.
  await page.waitForURL(/\/modeles\/(?!nouveau)/);
  await expect.poll(() => page.getByRole('tab').count()).toBeGreaterThan(1);
  const found = (await company().do('GET', `/templates?q=${encodeURIComponent(name)}`)).data;
  expect(found).toHaveLength(1);
  const { variants } = await company().do('GET', `/templates/${found[0].id}`);
  expect(variants.map(({ subject }: { subject: string }) => subject)).toEqual([
    'Facture #invoice_number',
    'Facture #invoice_number, par lettre',
  ]);
  await company().do('DELETE', `/templates/${found[0].id}`);
});

it('001-01 002-08 004-09 templates that are shipped are listed in their folders; a new one is put into one, found there, and removed', async () => {
  const { id, name } = await aTemplate();
  const page = await visit(`/modeles/${id}`);
  const folder = fieldOf(page, 'Dossier');
  await folder.click();
  await page.getByRole('option', { name: 'Réponses et accusés', exact: true }).waitFor();
  const own = unique('Dossier');
  await folder.fill(` ${own} `);
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await page.getByText(`Modèle ${name} enregistré.`).waitFor();
  await expect.poll(() => folder.inputValue()).toBe(own);
  await page.getByRole('link', { name: 'Tous les modèles' }).click();
  const rows = page.getByRole('table', { name: 'Liste des modèles' }).getByRole('row');
  const under = async (heading: string) => {
    const lines = await rows.allInnerTexts();
    return lines[lines.indexOf(heading) + 1];
  };
  await rows.filter({ hasText: own }).first().waitFor();
  expect(await under(own)).toContain(name);
  expect(await under('Relances')).toContain('Rappel avant échéance');
  await chooseIn(page, 'Dossier', own);
  await expect.poll(() => rows.count()).toBe(3); // The table's header, the folder, the template.
  const row = rows.filter({ hasText: name });
  await row.getByRole('button', { name: `Supprimer le modèle ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer le modèle' }).click();
  await page.getByText(`Modèle ${name} supprimé.`).waitFor();
  expect((await company().ask('GET', `/templates/${id}`)).status).toBe(404);
});

it('000-33 002-02 a statement’s template says whether referrers or notaries get it; its copy is for the same', async () => {
  const name = 'État d’impayés – notaire';
  const page = await visit(`/modeles?q=${encodeURIComponent(name)}`);
  const row = page.getByRole('table', { name: 'Liste des modèles' }).getByRole('row').filter({ hasText: name });
  await row.getByText('notaires', { exact: true }).waitFor();
  await row.getByRole('link', { name: `Copier le modèle ${name}` }).click();
  const readers = fieldOf(page, 'Destinataires');
  await expect.poll(() => readers.inputValue()).toBe('notaires');
  const copy = unique('État pour l’étude');
  await fieldOf(page, 'Nom du modèle').fill(copy);
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await page.getByText(`Modèle ${copy} créé.`).waitFor();
  const made = async () => (await company().do('GET', `/templates?q=${encodeURIComponent(copy)}`)).data[0];
  expect(await made()).toMatchObject({ kind: 'statement', third_party: 'notary' });
  await readers.click();
  await page.getByRole('option', { name: 'prescripteurs', exact: true }).click();
  await page.getByRole('button', { name: 'Enregistrer le modèle' }).click();
  await page.getByText(`Modèle ${copy} enregistré.`).waitFor();
  const { id, third_party: reader } = await made();
  expect(reader).toBe('referrer');
  await fieldOf(page, 'Envoyé comme').click();
  await page.getByRole('option', { name: 'courriel', exact: true }).click();
  await readers.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Annuler les modifications' }).click();
  await company().do('DELETE', `/templates/${id}`);
});

it('001-09 tags of items, account, person and company are offered with a sentence each, and filled in beside', async () => {
  const { id } = await aTemplate();
  const page = await visit(`/modeles/${id}`);
  const text = page.getByRole('textbox', { name: 'Texte' });
  await text.click();
  for (const tag of ['account_overdue', 'items_amount', 'user_name', 'late_penalty_rate', 'iban']) {
    await page.keyboard.press('Control+End');
    await page.keyboard.type(` #${tag.slice(0, -2)}`);
    const option = page.getByRole('option', { name: tag }).first();
    expect((await option.textContent())?.length).toBeGreaterThan(tag.length + 10);
    await option.click();
  }
  const { iban } = await company().do('GET', '/settings');
  const mail = page.frameLocator('iframe[title="Aperçu du courriel"]');
  // The words for the list of mails are hidden before the text, and may contain the same amount.
  await mail
    .getByRole('paragraph')
    .filter({ hasText: iban.slice(0, 4) })
    .waitFor();
  expect(await mail.locator('body').textContent()).not.toContain('#');
});
