import { expect, inject, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { printedLinks, printedText } from '../letters/read-pdf.ts';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand, toConfirm } from './screens/debts.ts';
import { behind } from './screens/download.ts';
import { chooseIn, fieldOf, findIn } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// A letter, from its text to its proof.

useBrowser();

/** What the local mailbox, in the provider's place before going live, reports about a letter. */
async function letterSays(messageId: string, event: string): Promise<void> {
  const answer = await fetch(`${inject('console').demo.mailbox_url}/letters/${messageId}/webhooks`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ event }),
  });
  expect(answer.status).toBe(200);
}

it('000-32 001-10 001-11 001-18 001-28 002-03 004-09 a letter by hand: its level’s text or another template’s, to the customer, from the company', async () => {
  const subject = unique('Un rappel de la direction');
  const template = await company().do('POST', '/templates', {
    name: unique('Direction'),
    kind: 'email',
    level: 1,
    language: 'fr',
    subject,
    body_html: '<p>Bonjour #customer_name</p>',
  });
  const one = await dueByHand({
    kind: 'professional',
    invoice: { payment_url: 'https://pay.example/f-1', invoice_url: 'https://ged.example/f-1.pdf' },
  });
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('r', /^Relancer/);
  const written = fieldOf(dialog, 'Objet');
  await expect.poll(() => written.inputValue()).toContain(one.number);
  await findIn(screen.page, 'Modèle', template.name, `R1 · ${template.name}`);
  await expect.poll(() => written.inputValue()).toBe(subject);
  const headed = (heading: string) =>
    screen.page.getByRole('group', { name: heading, exact: true }).getByRole('option');
  await fieldOf(dialog, 'Modèle').fill('R1');
  await headed('Relances').filter({ hasText: 'R1 · Relance R1' }).waitFor();
  await headed('Sans dossier').filter({ hasText: template.name }).waitFor();
  await findIn(screen.page, 'Modèle', 'Relance R1', 'R1 · Relance R1');
  await expect.poll(() => written.inputValue()).not.toBe(subject);
  // The template is used for the letter too, where those of mails are offered as well: each has a text for both, and no SMS.
  await dialog.getByText('Courrier', { exact: true }).click();
  const chosen = fieldOf(dialog, 'Modèle');
  expect(await chosen.inputValue()).toBe('R1 · Relance R1');
  await chosen.fill('R2');
  await screen.page.getByRole('option', { name: 'R2 · Relance R2', exact: true }).waitFor();
  await expect.poll(() => screen.page.getByRole('option', { name: 'R1 · Relance R1' }).count()).toBe(0);
  expect(await screen.page.getByRole('option', { name: 'SMS' }).count()).toBe(0);
  await chosen.blur();
  await dialog.getByRole('tab', { name: 'Aperçu du courrier' }).click();
  await dialog.getByRole('link', { name: 'Ouvrir le PDF dans un onglet' }).waitFor();
  await dialog.getByText(/^Le courrier part aussitôt par le prestataire éditique\./).waitFor();
  await dialog.getByRole('button', { name: 'Envoyer la relance R1 par courrier' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const pdf = await behind(screen.page, screen.timeline.getByRole('link', { name: 'Ouvrir le courrier' }).first());
  const text = await printedText(pdf);
  const { company: sender } = await company().do('GET', '/settings');
  for (const said of ['Élise Montagnier', '12 rue des Charmilles', '69004', sender.name, one.number])
    expect(text).toContain(said);
  expect(await printedLinks(pdf)).toEqual(
    expect.arrayContaining(['https://pay.example/f-1', 'https://ged.example/f-1.pdf']),
  );
  await one.file();
});

it('001-24 001-26 001-27 001-31 001-32 001-33 an electronic registered letter: to whom, its status as it goes on, its proof', async () => {
  const one = await dueByHand({ kind: 'professional' });
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  const dialog = await screen.press('r', /^Relancer/);
  await dialog.getByText('Courrier', { exact: true }).click();
  await chooseIn(page, 'Type de courrier', 'envoi recommandé électronique');
  await dialog.getByText(one.email).waitFor(); // The contact for collection is proposed.
  await dialog.getByRole('button', { name: 'Envoyer la relance R1 par courrier' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const { company: sender } = await company().do('GET', '/settings');
  for (const to of [one.email, sender.email])
    await screen.timeline.getByText(`Avis d’envoi recommandé électronique par courriel à ${to}`).waitFor();
  const letter = screen.timeline
    .locator('[data-kind=sent]')
    .filter({ hasText: 'Envoi R1 par envoi recommandé électronique' });
  await letter.getByRole('link', { name: 'Détail de l’envoi' }).click();
  await page.waitForURL('**/envois/*');
  const drawer = page.getByRole('dialog');
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await letterSays(id, 'awaiting_signature');
  // Each state with its hour, not only the hour of sending.
  const toldAt = (state: string) =>
    drawer
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${state}$`) })
      .locator('xpath=following-sibling::dd[1]');
  await toldAt('en attente de signature')
    .getByText(/^\d{1,2}(er)? \S+ \d{4},? /)
    .waitFor();
  // The mailbox's own page of the letter is where a provider's would be.
  const opening = page.waitForEvent('popup');
  await drawer.getByRole('link', { name: 'Voir plus chez le prestataire' }).click();
  const mailbox = await opening;
  await mailbox.getByRole('heading', { name: 'Envoi recommandé électronique' }).waitFor();
  await mailbox.getByText('Déjà dit à Relance : en attente de signature.').waitFor();
  expect(await mailbox.getByRole('link', { name: 'Ouvrir le courrier (PDF)' }).getAttribute('href')).toContain(id);
  await mailbox.getByRole('button', { name: 'signé par le destinataire' }).click();
  await mailbox.getByText('Relance le sait : signé par le destinataire.').waitFor();
  await mailbox.close();
  await toldAt('AR signé')
    .getByText(/^\d{1,2}(er)? \S+ \d{4},? /)
    .waitFor();
  const receipt = await behind(page, drawer.getByRole('link', { name: /: essai-receipt\.pdf$/ }));
  expect(receipt.subarray(0, 4).toString()).toBe('%PDF');
  for (const fact of [one.email, 'Affranchissement', 'Référence', 'Empreintes SHA-256'])
    await drawer.getByText(fact).first().waitFor();

  const choosing = page.waitForEvent('filechooser');
  await drawer.getByRole('button', { name: 'Ajouter un justificatif scanné…' }).click();
  const scan = { name: 'recu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 reçu') };
  await (await choosing).setFiles(scan);
  const proof = await behind(page, drawer.getByRole('link', { name: /: recu\.pdf$/ }));
  expect(proof.toString()).toBe('%PDF-1.7 reçu');

  await page.goto(`/dossiers/${one.id}`);
  await screen.timeline.getByText('Courrier R1 signé par le destinataire.').waitFor();
  await screen.timeline.getByText('Courrier R1 en attente de signature.').waitFor();
  await one.file();
});

it('001-20 001-31 001-32 001-33 a registered letter that a person posts: its number, what became of it, its proof; sent again it is registered', async () => {
  const one = await toConfirm({ kind: 'letter', letter_kind: 'registered', mode: 'manual' });
  await one.dunningOnce(({ levels }) => levels[0].state === 'due');
  const screen = await CaseScreen.open(one);
  const { page } = screen;
  const registered = 'lettre recommandée avec avis de réception';
  const first = await screen.press('r', /^Relancer/);
  // A level that is a registered letter is not sent by e-mail.
  expect(await first.getByRole('radio', { name: 'Courriel', exact: true }).isDisabled()).toBe(true);
  expect(await fieldOf(first, 'Type de courrier').inputValue()).toBe(registered);
  await page.keyboard.press('Escape');
  await first.waitFor({ state: 'hidden' });

  const [action] = await one.openActions();
  const { message_id: id } = await company().do('POST', `/actions/${action.id}/complete`, {
    registered_number: '2C 123 456 7890 1',
  });
  await one.dunningOnce(({ level }) => level === 1);
  await page.goto(`/dossiers/${one.id}`);
  await screen.article.waitFor();
  const again = await screen.press('r', /^Relancer/);
  await chooseIn(page, 'Quelle relance', 'R1, une nouvelle fois');
  await expect.poll(() => fieldOf(again, 'Type de courrier').inputValue()).toBe(registered);

  await page.goto(`/envois/${id}`);
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Numéro de recommandé').waitFor();
  await drawer.getByText('2C 123 456 7890 1').waitFor();
  await chooseIn(page, 'Issue', 'NPAI');
  await drawer.getByText(/^Les relances des factures concernées s’arrêtent/).waitFor();
  await drawer.getByRole('button', { name: 'Noter ce qu’il est devenu' }).click();
  const sure = page.getByRole('dialog', { name: 'Noter ce qu’il est devenu' });
  await sure.getByText(/^Noter\s: NPAI/).waitFor();
  await sure.getByRole('button', { name: 'Noter ce qu’il est devenu' }).click();
  await sure.waitFor({ state: 'detached' });
  await drawer.getByRole('heading', { name: 'Qu’est devenu ce courrier' }).waitFor({ state: 'hidden' });
  await drawer.getByText('NPAI', { exact: true }).first().waitFor();
  expect((await one.dunningOnce(({ status }) => status === 'needs_attention')).status).toBe('needs_attention');
  const choosing = page.waitForEvent('filechooser');
  await drawer.getByRole('button', { name: 'Ajouter un justificatif scanné…' }).click();
  await (
    await choosing
  ).setFiles({ name: 'pli.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 pli') });
  await drawer.getByRole('link', { name: /^Non distribué.*: pli\.pdf$/ }).waitFor();
  await one.file();
});

it('a letter that waits to be posted and bears a former account is marked before anything is printed, in the agenda, at its customer and in its case, in either language', async () => {
  const one = await dueByHand({ kind: 'professional' });
  await one.do('POST', '/reminders', { mode: 'letter', letter_kind: 'lre_qualified', level: 1 });
  await expect.poll(async () => (await one.messages())[0]?.status).toBe('rendered');
  const page = await visit(`/agenda?customer_id=${one.customer.id}`, { fresh: true });
  const row = page.getByRole('row').filter({ hasText: one.number });
  await row.waitFor();
  expect(await row.getByText('à refaire').count()).toBe(0);
  const MARKED = /^Courrier à refaire avant de l’imprimer.*l’entreprise ont changé/;
  const toDo = page.getByRole('list', { name: 'Actions à faire de ce client' });
  const ofCase = page.getByRole('region', { name: 'Actions à faire' });
  await page.goto(`/clients/${one.customer.id}?tab=to_do`);
  await toDo.getByText(one.number).first().waitFor();
  expect(await toDo.getByText('à refaire').count()).toBe(0);
  const { bic } = await company().do('GET', '/settings');
  await company().change('/settings', { bic: 'AGRIFRPP' });
  await page.reload();
  await toDo.getByTitle(MARKED).getByText('à refaire').waitFor();
  await page.goto(`/dossiers/${one.id}`);
  await ofCase.getByTitle(MARKED).getByText('à refaire').waitFor();
  await page.goto(`/agenda?customer_id=${one.customer.id}`);
  await row.getByTitle(MARKED).getByText('à refaire').waitFor();
  // The text itself has the whole width: the mark is below it.
  const words = await row.getByTitle(/^recommandé/).boundingBox();
  const mark = await row.getByText('à refaire').boundingBox();
  expect(words!.y + words!.height).toBeLessThanOrEqual(mark!.y + 1);
  expect(words!.width).toBeGreaterThan(mark!.width);
  await page.getByRole('button', { name: /Mon compte/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await row.getByTitle(/^To be made anew before it is printed: the company’s details/).waitFor();
  await company().change('/settings', { bic });
  await one.file();
});

it('the line of a mail in the timeline names what was attached to it, and opens that', async () => {
  const one = await dueByHand({ kind: 'professional' });
  const { url, demo } = inject('console');
  const uploaded = await fetch(`${url}/v1/attachments?filename=rapport.pdf`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${demo.keys.collector}`, 'Content-Type': 'application/pdf' },
    body: '%PDF-1.7 rapport',
  });
  const { id } = (await uploaded.json()) as { id: string };
  await one.do('POST', '/reminders', { mode: 'email', level: 1, attachments: [id] });
  const screen = await CaseScreen.open(one);
  const link = screen.timeline.getByRole('link', { name: 'Pièce jointe\u00a0: rapport.pdf' });
  await link.waitFor();
  expect(await link.count()).toBe(1);
  const answer = await screen.page.request.get((await link.getAttribute('href')) ?? '');
  expect(await answer.text()).toBe('%PDF-1.7 rapport');
  await one.file();
});
