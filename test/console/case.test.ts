import { afterEach, beforeEach, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { fieldOf } from './screens/fields.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { thirdParty } from './screens/third-party-screen.ts';
import { company, useBrowser, visit } from './visit.ts';

// What a collector reads and decides on the page of a case.

useBrowser();

let one: CaseFile;
beforeEach(async () => {
  one = await dueByHand();
});
afterEach(() => one.file());

it('000-37 000-40 amounts, contacts, the reminders at a glance and a shared history stand on one page', async () => {
  await company().do('POST', '/notes', { customer_id: one.customer.id, invoice_ids: [one.id], text: 'Vu au guichet' });
  const { page, article, timeline, sentence } = await CaseScreen.open(one);
  await article.getByRole('region', { name: 'Montants' }).getByText('250,00').first().waitFor();
  await article
    .getByRole('region', { name: /^Pénalités de retard au/ })
    .getByText('mise en demeure')
    .waitFor();
  await article.getByRole('region', { name: 'Contacts' }).getByText(one.email).waitFor();
  const synthesis = article.getByRole('region', { name: 'Synthèse des relances' });
  await synthesis.getByRole('img', { name: 'R1 à faire' }).waitFor();
  await synthesis.getByText('Pro. (prescripteur)').waitFor();
  await timeline.getByText('Vu au guichet').waitFor();
  expect((await sentence.textContent())?.length).toBeGreaterThan(20);
  const workflow = page.getByRole('link', { name: 'Le workflow dans Temporal' });
  expect(await workflow.getAttribute('href')).toContain('invoice%2F');
});

it('until when the claim can be brought to court stands on its page, and since when it cannot any more', async () => {
  const blockOf = async (shown: CaseFile) =>
    (await CaseScreen.open(shown)).article.getByRole('region', { name: 'Délai pour agir' });
  const block = await blockOf(one);
  await block.getByText(/^Prescription\s: le .* au plus tôt \(2 ans, consommateur\)/).waitFor();
  await block.getByText(/une mise en demeure ne la fait pas repartir\.$/).waitFor();
  const old = await dueByHand({ kind: 'professional', issuedOn: '2015-01-10', dueOn: '2015-02-10' });
  await (await blockOf(old)).getByText(/^Créance prescrite depuis le 11\sjanvier\s2020/).waitFor();
  await old.file();
});

it('000-39 A records a call with a dated comment, which shows in the history and in the column Tél.', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('a', /^Appel téléphonique/);
  await dialog.getByText('06 39 98 10 21').waitFor();
  await dialog.getByLabel('Commentaire (facultatif)').fill('Règlera après le 10');
  await dialog.getByRole('button', { name: 'Consigner l’appel' }).click();
  await screen.timeline.getByText('Règlera après le 10').waitFor();
  const glance = screen.article.getByRole('region', { name: 'Synthèse des relances' });
  await glance.getByText(inFrench(await today())).waitFor();
});

it('a call leads on: to the next one, which stands among the actions to do, and to the promise that was made on the telephone', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('a', /^Appel téléphonique/);
  const again = fieldOf(dialog, 'Rappeler le \\(facultatif\\)');
  await again.fill(plus(await today(), 3));
  await again.press('Tab');
  await dialog.getByLabel('Promesse de règlement : la noter juste après').check();
  await dialog.getByRole('button', { name: 'Consigner l’appel' }).click();
  const promise = screen.page.getByRole('dialog', { name: /^Promesse de règlement/ });
  await expect.poll(() => fieldOf(promise, 'Montant promis').inputValue()).toMatch(/^250,00/);
  const day = fieldOf(promise, 'Réglé au plus tard le');
  await day.fill(plus(await today(), 10));
  await day.press('Tab');
  await promise.getByRole('button', { name: 'Enregistrer la promesse' }).click();
  await screen.holds.getByText(/250,00.€ promis pour le/).waitFor();
  await screen.toDo.getByText('Rappeler Élise Montagnier').waitFor();
  expect(await one.history()).toEqual(expect.arrayContaining(['call', 'promise', 'task']));
});

it('000-38 004-08 004-10 004-11 004-12 R writes one reminder by hand, filled in, changed, and shows it in the history', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('r', /^Relancer/);
  const subject = dialog.getByLabel('Objet');
  await expect.poll(() => subject.inputValue()).not.toBe('');
  await dialog.getByRole('textbox', { name: 'Texte' }).getByText('250,00').first().waitFor();
  await subject.fill(`Votre facture ${one.number}, comme convenu ce matin`);
  // Removing every recipient does not mean that the message should go to someone else.
  const recipients = fieldOf(dialog, 'Destinataires');
  await recipients.press('Backspace');
  await dialog.getByText(/^Sans destinataire, rien ne part/).waitFor();
  await screen.consequence.getByText('Rien ne part sans destinataire.').waitFor();
  expect(await dialog.getByRole('button', { name: /^Envoyer la relance R1/ }).isDisabled()).toBe(true);
  await recipients.fill(one.email);
  await recipients.press('Enter');
  await dialog.getByRole('button', { name: /^Envoyer la relance R1 à 1.destinataire$/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await screen.timeline
    .getByRole('link', { name: /Lire le courriel|Détail de l’envoi/ })
    .first()
    .waitFor();
  await expect.poll(async () => (await one.mails())[0]?.subject, { timeout: 30_000 }).toContain('comme convenu');
  await screen.article.getByRole('img', { name: /^R1 faite/ }).waitFor();
});

it('003-03 L opens a dispute: what it withdraws is said before, the hold stands on the page, and it is closed again', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('l', /^Ouvrir un litige/);
  await dialog.getByLabel('Ce que le client conteste').fill('Diagnostic incomplet');
  await screen.consequence.getByText('rien ne part tant que le litige n’est pas clos').waitFor();
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await screen.holds.getByText('Diagnostic incomplet').waitFor();
  // No reason lets a reminder about this case leave, so none is asked for.
  const reminder = await screen.press('r', /^Relancer/);
  await reminder.getByText(/Le litige est à clore d’abord/).waitFor();
  expect(await reminder.getByRole('textbox').count()).toBe(0);
  await screen.page.keyboard.press('Escape');
  await reminder.waitFor({ state: 'detached' });
  await screen.holds.getByRole('button', { name: 'Clore le litige…' }).click();
  await screen.page
    .getByRole('dialog')
    .getByRole('button', { name: /litige/ })
    .first()
    .waitFor();
});

it('a dispute that ends with a credit note of last week has it of that day, as the accounts do', async () => {
  await one.do('POST', '/disputes', { reason: 'Surface', comment: 'Contestée' });
  const screen = await CaseScreen.open(one);
  await screen.holds.getByRole('button', { name: 'Clore le litige…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Clore le litige/ });
  await dialog.getByText('Fondé', { exact: true }).click();
  await dialog.getByLabel('Enregistrer l’avoir maintenant').check();
  const number = unique('AV');
  await fieldOf(dialog, 'Numéro de l’avoir').fill(number);
  await fieldOf(dialog, 'Montant de l’avoir').fill('50');
  const issuedOn = plus(await today(), -7);
  const day = fieldOf(dialog, 'Émis le');
  await day.fill(issuedOn);
  await day.press('Tab');
  await dialog.getByRole('button', { name: 'Clore le litige', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const { data } = await company().do('GET', `/invoices?number=${number}`);
  expect(data[0]).toMatchObject({ kind: 'credit_note', total_cents: 50_00, issued_on: issuedOn });
});

it('000-10 C puts it in litigation, and the case says that nothing leaves any more', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('c', /^Mettre au contentieux/);
  await dialog.getByLabel('Motif').fill('Confié à Maître Delorme');
  await dialog.getByRole('button', { name: 'Mettre au contentieux' }).click();
  await screen.holds.getByText('Confié à Maître Delorme').waitFor();
  await screen.holds.getByRole('button', { name: 'Sortir du contentieux…' }).click();
  await screen.page
    .getByRole('dialog', { name: /^Sortir du contentieux/ })
    .getByRole('button', { name: 'Sortir du contentieux' })
    .click();
  await screen.holds.waitFor({ state: 'detached' });
});

it('S pauses until a day, and says when reminders go on; again it shows that pause and replaces it, and Z gives it back', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('s', /^Suspendre les relances/);
  await dialog.getByLabel('Motif').fill('Vérification du relevé');
  const lastDay = dialog.getByLabel('Dernier jour de la pause (facultatif)');
  await lastDay.fill(plus(await today(), 5));
  await lastDay.blur();
  await screen.consequence.getByText('les relances reprennent le').waitFor();
  await dialog.getByRole('button', { name: 'Suspendre les relances' }).click();
  await screen.holds.getByText('Vérification du relevé').waitFor();
  await dialog.waitFor({ state: 'hidden' });
  const again = await screen.press('s', /^Suspendre les relances/);
  expect(await again.getByLabel('Motif').inputValue()).toBe('Vérification du relevé');
  await screen.consequence.getByText('La pause en cours est remplacée').waitFor();
  await again.getByLabel('Motif').fill('Redressement judiciaire');
  await again.getByRole('button', { name: 'Remplacer la pause' }).click();
  await screen.holds.getByText('Redressement judiciaire').waitFor();
  await again.waitFor({ state: 'hidden' });
  await screen.page.keyboard.press('z');
  await screen.holds.getByText('Vérification du relevé').waitFor();
});

it('004-05 004-06 004-07 the level is read-only until it is unlocked, then set with a reason', async () => {
  const screen = await CaseScreen.open(one);
  await screen.page.getByRole('button', { name: 'Niveau…' }).click();
  const dialog = screen.page.getByRole('dialog', { name: /^Niveau de relance/ });
  const unlock = dialog.getByRole('button', { name: 'Déverrouiller' });
  await unlock.waitFor();
  expect(await dialog.getByLabel('Motif').count()).toBe(0);
  await unlock.click();
  await dialog.getByText('R2', { exact: true }).click();
  await dialog.getByLabel('Motif').fill('Relancé par téléphone deux fois');
  await dialog.getByRole('button', { name: 'Fixer le niveau à R2' }).click();
  await screen.page.getByText(`${one.number} est au niveau R2.`).waitFor();
  expect((await one.dunningOnce(({ level }) => level === 2)).level).toBe(2);
});

it('004-13 a follow-up task is made on the case for a day', async () => {
  const screen = await CaseScreen.open(one);
  await screen.page.getByRole('button', { name: 'Tâche…' }).click();
  const dialog = screen.page.getByRole('dialog');
  await dialog
    .getByLabel(/faire|Intitulé|Tâche/i)
    .first()
    .fill('Rappeler la comptabilité');
  await dialog.getByRole('button', { name: /Créer la tâche/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { data } = await company().do('GET', `/actions?customer_id=${one.customer.id}&kind=task`);
  expect(data.map(({ title }: { title: string }) => title)).toContain('Rappeler la comptabilité');
  await screen.toDo.getByText('Rappeler la comptabilité').waitFor();
  await screen.timeline.getByText(/^Tâche prévue pour le .*\s: Rappeler la comptabilité/).waitFor();
});

it('003-17 004-13 what is to be done about a case stands on its page, and is decided there', async () => {
  const task = { title: 'Vérifier l’adresse', alert_at: `${plus(await today(), -1)}T09:00:00Z`, invoice_id: one.id };
  await company().do('POST', '/tasks', task);
  const { page, toDo, timeline } = await CaseScreen.open(one);
  // The reminder that a person sends, before its hour or after, and the task: each has its button to the decision.
  await toDo.getByRole('link', { name: /^(Voir|Confirmer…) R1 · courriel$/i }).waitFor();
  await toDo.getByRole('link', { name: 'Terminer… Vérifier l’adresse' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Terminer l’action…' }).click();
  const form = page.getByRole('dialog', { name: 'Terminer l’action' });
  await form.getByLabel('Commentaire (facultatif)').fill('Adresse confirmée par la mairie');
  await form.getByRole('button', { name: 'Terminer l’action', exact: true }).click();
  await timeline.getByText(/Adresse confirmée par la mairie/).waitFor();
  await toDo.getByText('Vérifier l’adresse').waitFor({ state: 'detached' });
  await drawer.waitFor({ state: 'hidden' });
});

it('from the drawer of the list one comes to the page of the case with what is to be done open beside it', async () => {
  const page = await visit(`/relances/${one.id}`, { role: 'collector' });
  const toDo = page.getByRole('region', { name: 'Actions à faire' });
  await toDo.getByRole('link', { name: /^(Voir|Confirmer…) R1 · courriel$/i }).click();
  await page.getByRole('heading', { level: 1, name: one.number }).waitFor();
  await page.getByRole('dialog').getByRole('region', { name: 'Pièces rattachées' }).getByText(one.number).waitFor();
  await page.goBack();
  await page.getByRole('table', { name: 'Dossiers à relancer' }).waitFor();
});

it('the referrer is looked for among all of them, and stands there by his name', async () => {
  const agency = await thirdParty('Agence des Quais');
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  const change = async () => {
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: 'Modifier la facture…' }).click();
  };
  await change();
  const asked = page.waitForRequest(/\/v1\/third-parties\?.*q=Agence/);
  await fieldOf(page, 'Prescripteur').fill(agency.name);
  await asked;
  await page.getByRole('option', { name: agency.name, exact: true }).click();
  await page.getByRole('button', { name: 'Modifier la facture', exact: true }).click();
  await page.getByText(`${one.number} est modifiée.`).waitFor();
  await change();
  await expect.poll(() => fieldOf(page, 'Prescripteur').inputValue()).toBe(agency.name);
  // A colleague's change is announced, and is kept when the user continues with what was typed.
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Rapport').fill('Remis au notaire');
  await company().change(`/invoices/${one.id}`, { case_file: { mission: 'DPE' } });
  await dialog.getByRole('button', { name: 'Garder ma saisie' }).click({ timeout: 30_000 });
  expect(await dialog.getByLabel('Mission').inputValue()).toBe('DPE');
  await dialog.getByRole('button', { name: 'Modifier la facture', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect((await company().do('GET', `/invoices/${one.id}`)).case_file).toMatchObject({
    mission: 'DPE',
    report_status: 'Remis au notaire',
  });
  // One click further, and back: each page loads what it needs about the customer, whatever the other has loaded.
  await page.getByRole('link', { name: agency.name }).click();
  await page.getByRole('heading', { level: 1, name: agency.name }).waitFor();
  await page.goBack();
  await page.getByRole('link', { name: agency.name }).waitFor();
});

it('what was typed stays when a dialog is refused', async () => {
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('l', /^Ouvrir un litige/);
  await dialog.getByLabel('Ce que le client conteste').fill('Montant erroné');
  await one.do('POST', '/cancel', { reason: 'Facture refaite' });
  await dialog.getByRole('button', { name: 'Ouvrir le litige' }).click();
  await dialog.getByRole('alert').waitFor();
  expect(await dialog.getByLabel('Ce que le client conteste').inputValue()).toBe('Montant erroné');
});

it('an invoice that nobody knows says so', async () => {
  const page = await visit('/dossiers/01900000-0000-7000-8000-000000000000');
  await page.getByRole('alert').waitFor();
});
