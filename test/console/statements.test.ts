import { expect, it } from 'vitest';
import { printedText } from '../letters/read-pdf.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { behind } from './screens/download.ts';
import { thirdParty, ThirdPartyScreen } from './screens/third-party-screen.ts';
import { workListOf } from './screens/work-list.ts';
import { company, useBrowser } from './visit.ts';

// Statements of unpaid files to the referrer and the notary.

useBrowser();

it('000-14 000-33 000-34 000-35 000-36 to a referrer by mail: chosen files in a table, its day in Pro., and in the archive', async () => {
  const agency = await thirdParty('Agence du Port');
  const [told, left] = [
    await dueByHand({ invoice: { case_file: { reference: 'D-101', referrer_id: agency.id } } }),
    await dueByHand({ invoice: { case_file: { reference: 'D-102', referrer_id: agency.id } } }),
  ];
  const screen = await ThirdPartyScreen.open(agency.id);
  await screen.file(left.number).waitFor();
  const dialog = await screen.prepare(told.number);
  await dialog.getByText('Il est écrit à un prescripteur').waitFor();
  await dialog.getByText(/colonne Pro\. de 1.dossier/).waitFor();
  await dialog.getByRole('radio', { name: new RegExp(`^Courriel à ${agency.email}`) }).check();
  await dialog.getByRole('button', { name: 'Aperçu de ce qui partira' }).click();
  await dialog.getByText(new RegExp(`^À.: ${agency.email}$`)).waitFor();
  await dialog.frameLocator('iframe[title="Aperçu du message"]').getByText('D-101').first().waitFor();
  await dialog.getByRole('button', { name: /^Envoyer l’état de 1.dossier$/ }).click();
  await dialog.waitFor({ state: 'hidden' });

  const pdf = screen.statements.getByRole('link', { name: /^Voir le PDF de l’état du/ });
  const text = await printedText(await behind(screen.page, pdf));
  expect(text).toContain('D-101');
  expect(text).not.toContain('D-102');
  await expect.poll(async () => (await company().mails(agency.email)).length, { timeout: 30_000 }).toBe(1);
  expect(await told.mails()).toEqual([]);
  const day = inFrench(await today());
  await screen.file(told.number).getByText(day).waitFor();
  const list = await workListOf(told);
  await (await list.cell(told.number, 'Pro.')).getByTitle(day).waitFor();
  await Promise.all([told.file(), left.file()]);
});

it('000-15 000-33 000-34 000-35 000-36 to a notary by letter: with the bank details, its day in Not., and in the archive', async () => {
  const notary = await thirdParty('Étude Bontemps');
  const told = await dueByHand({ invoice: { case_file: { reference: 'D-201', notary_id: notary.id } } });
  const sued = await dueByHand({ invoice: { case_file: { reference: 'D-202', notary_id: notary.id } } });
  await sued.do('PUT', '/litigation', { reason: 'Confié à Maître Delorme' });
  const screen = await ThirdPartyScreen.open(notary.id);
  await screen.file(sued.number).getByText('non : contentieux').waitFor();
  const dialog = await screen.prepare(told.number);
  await dialog.getByText('Il est écrit à un notaire').waitFor();
  await dialog.getByRole('radio', { name: 'Courrier, par le prestataire éditique, affranchissement compris' }).check();
  await dialog.getByText(/Le courrier part tout de suite par le prestataire éditique/).waitFor();
  await dialog.getByRole('button', { name: /^Envoyer l’état de 1.dossier$/ }).click();
  await dialog.waitFor({ state: 'hidden' });

  const row = screen.statements.getByRole('row').filter({ hasText: 'courrier' });
  const pdf = await behind(screen.page, row.getByRole('link', { name: /^Télécharger l’état du/ }));
  expect(await printedText(pdf)).toContain('D-201');
  await row.getByRole('link').first().click();
  await screen.page.waitForURL('**/envois/*');
  const drawer = screen.page.getByRole('dialog');
  await drawer.getByText('état d’impayés').first().waitFor();
  // The recipient of the statement, not the first debtor that it names.
  expect(await drawer.getByRole('link', { name: notary.name }).getAttribute('href')).toBe(`/tiers/${notary.id}`);
  await drawer.getByText(notary.name).nth(1).waitFor();
  await screen.page.goto(`/envois?invoice_id=${told.id}`);
  const sent = screen.page.getByRole('table', { name: 'Tout ce qui a été envoyé' }).getByRole('row');
  await sent.filter({ hasText: 'état d’impayés' }).getByRole('link', { name: notary.name }).waitFor();
  await screen.page.goto(`/clients/${told.customer.id}?tab=messages`);
  const ofCustomer = screen.page.getByRole('table', { name: 'Envois à ce client ou à son sujet' }).getByRole('row');
  await ofCustomer.filter({ hasText: 'état d’impayés' }).getByText(notary.name).waitFor();
  const list = await workListOf(told);
  await (await list.cell(told.number, 'Not.')).getByTitle(inFrench(await today())).waitFor();
  await Promise.all([told.file(), sued.file()]);
});
