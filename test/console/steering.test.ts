import { expect, it } from 'vitest';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, today } from './screens/debts.ts';
import { saved } from './screens/download.ts';
import { chooseIn } from './screens/fields.ts';
import { WorkList } from './screens/work-list.ts';
import { company, expectFaults, useBrowser, visit } from './visit.ts';

// The state of the portfolio, and the people other than customers who are written to.

useBrowser();

/** The folders of an archive, read from the names of the summaries in it. */
const foldersIn = (zip: Buffer): Set<string> =>
  new Set([...zip.toString('latin1').matchAll(/([\w-]+)\/\1-synthese\.pdf/g)].map(([, folder]) => folder ?? ''));

it('004-02 004-03 the three reports on late invoices, refreshed by a button, for one collector if wanted', async () => {
  const page = await visit('/tableau-de-bord');
  for (const name of ['Total échu', 'Clients en retard', 'Total dû par niveau de relance'])
    await page.getByRole('region', { name }).getByText(/\d/).first().waitFor();
  const asked = [/\/v1\/dashboard\?/, /\/v1\/customers\?.*late=true/, /\/v1\/invoices\?.*days_late_min=1/];
  const answered = asked.map((address) => page.waitForResponse(address));
  await page.getByRole('button', { name: 'Actualiser' }).click();
  for (const answer of answered) expect((await answer).status()).toBe(200);
});

it('004-04 from the late customers to one, and from him to his invoices', async () => {
  const page = await visit('/tableau-de-bord');
  const late = page.getByRole('region', { name: 'Clients en retard' });
  await late.getByRole('link').nth(1).click();
  await page.waitForURL('**/clients/*');
  await page.getByRole('table', { name: 'Pièces de l’état de compte' }).getByRole('row').nth(1).click();
  await page.waitForURL(/piece=/);
});

it('004-04 a figure leads to the list behind it', async () => {
  const page = await visit('/tableau-de-bord');
  await page.getByRole('region', { name: 'Clients en retard' }).getByRole('link').first().click();
  await page.waitForURL('**/clients?**late=true**');
  await page.getByRole('table', { name: 'Clients' }).getByRole('row').nth(1).waitFor();
});

it('004-02 004-04 a level of the report leads to the late cases of that level, and to no others', async () => {
  const page = await visit('/tableau-de-bord');
  const report = page.getByRole('region', { name: 'Total dû par niveau de relance' });
  const row = report.getByRole('row').filter({ hasText: 'R1' });
  await row.getByRole('link').click();
  await page.waitForURL('**/relances?**level=1**');
  const { all } = await company().do('GET', '/invoices/counters?level=1&days_late_min=1');
  const list = new WorkList(page);
  await list.counter('Tous').getByText(String(all.count), { exact: true }).waitFor();
  await page.getByText('Niveau atteint : R1', { exact: true }).waitFor();
  await page.getByRole('button', { name: /^Filtres \(/ }).click();
  await chooseIn(page, 'Niveau atteint', 'R0');
  await page.getByText('Niveau atteint : R0', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Voir tous les niveaux' }).click();
  await page.waitForURL((url) => !url.searchParams.has('level'));
  // The report counts late ones only: that is said too, and the filter can be removed.
  await page.getByText('Retard : au moins 1 jour', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Voir tous les retards' }).click();
  await page.waitForURL((url) => !url.searchParams.has('days_late_min'));
});

it('004-02 004-04 the balance by age leads from a customer’s sum to the cases that make it up, and his card to it on paper', async () => {
  const { data } = await company().do('GET', '/aged-balance?limit=1');
  const { customer_id: id, name, reference } = data[0];
  const page = await visit('/balance-agee');
  await page.getByRole('region', { name: 'Totaux de la balance âgée' }).getByRole('row').nth(1).waitFor();
  await page.goto(`/balance-agee?q=${encodeURIComponent(reference)}`);
  const row = page
    .getByRole('table', { name: 'Balance âgée, client par client' })
    .getByRole('row')
    .filter({ hasText: name });
  await row
    .getByTitle(/voir les dossiers$/)
    .first()
    .click();
  await page.waitForURL(`**/relances?**customer_id=${id}**`);
  await page.getByRole('row').filter({ hasText: name }).first().waitFor();
  await page.goto(`/clients/${id}`);
  const pdf = await saved(page, page.getByRole('button', { name: 'Relevé de compte (PDF)' }));
  expect(pdf.name).toContain(`-${reference}-`);
  expect(pdf.bytes.subarray(0, 4).toString()).toBe('%PDF');
});

it('totals of the balance by age that cannot be read are said, and asked for again', async () => {
  expectFaults();
  const page = await visit('/tableau-de-bord');
  const refused = { status: 409, contentType: 'application/problem+json', body: '{"code":"x","detail":"x"}' };
  await page.route('**/v1/aged-balance/totals*', (route) => route.fulfill(refused));
  await page.goto('/balance-agee');
  await page.getByRole('button', { name: 'Réessayer' }).waitFor();
  await page.unroute('**/v1/aged-balance/totals*');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await page.getByRole('region', { name: 'Totaux de la balance âgée' }).waitFor();
});

it('000-23 000-24 referrers and notaries are ranked by how much is unpaid', async () => {
  for (const path of ['/prescripteurs', '/notaires']) {
    const page = await visit(path);
    await page.getByRole('row').nth(1).waitFor();
    // The fourth column; a later one has the number of those that are not due yet.
    const counts = await page.getByRole('row').locator('[role=cell]:nth-child(4)').allTextContents();
    expect(counts.length).toBeGreaterThan(1);
    expect(counts.map(Number)).toEqual(counts.map(Number).toSorted((a, b) => b - a));
  }
  // A third party who never gets a statement is shown differently from one who has had none yet.
  const page = await visit('/prescripteurs');
  const row = page.getByRole('row').filter({ hasText: 'Gérard Peyrol' });
  await row.getByText('pas d’état (non professionnel)').waitFor();
});

it('000-12 000-21 litigation is a list with its sum, and comes as a file', async () => {
  const one = await dueByHand();
  const todayOn = await today();
  const other = await CaseFile.add(company(), one.customer, one.email, { issuedOn: plus(todayOn, -50) });
  for (const each of [one, other]) await each.do('PUT', '/litigation', { reason: 'Confié à Maître Delorme' });
  const page = await visit(`/contentieux?customer_id=${one.customer.id}`);
  const row = page
    .getByRole('table', { name: 'Dossiers au contentieux' })
    .getByRole('row')
    .filter({ hasText: one.number });
  await row.getByText('Confié à Maître Delorme').waitFor();
  const download = page.waitForEvent('download');
  await row.getByRole('button', { name: /^Exporter ce dossier/ }).click();
  expect((await download).suggestedFilename()).toMatch(/\.zip$/);
  // As many as the button says and no others: first the listed ones, then the ticked ones.
  const listed = await saved(page, page.getByRole('button', { name: /^Exporter 2.dossiers \(ZIP\)$/ }));
  expect([...foldersIn(listed.bytes)].sort()).toEqual([one.number, other.number].sort());
  await row.getByRole('checkbox').check();
  const ticked = await saved(page, page.getByRole('button', { name: /^Exporter 1.dossier coché \(ZIP\)$/ }));
  expect([...foldersIn(ticked.bytes)]).toEqual([one.number]);
  await Promise.all([one.file(), other.file()]);
});

it('a bounced mail stops the case, and a person decides where it is shown', async () => {
  const one = await dueByHand();
  const page = await visit('/anomalies');
  await page.getByRole('heading', { name: 'Anomalies' }).waitFor();
  await one.do('POST', '/reminders', { mode: 'email', level: 1 });
  await expect.poll(async () => (await one.mails()).length, { timeout: 30_000 }).toBe(1);
  const [mail] = await one.mails();
  if (mail) await company().providerSays(mail, 'email.bounced');
  const card = page.getByRole('article', { name: one.number });
  const resume = card.getByRole('button', { name: 'Reprendre sans renvoyer' });
  await resume.waitFor();
  // The contents of a card are loaded when it is drawn: there may be hundreds of cards.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await expect.poll(() => asked.filter((path) => path === '/v1/actions').length).toBeGreaterThan(2);
  expect(asked).not.toContain(`/v1/invoices/${one.id}`);
  expect(asked).not.toContain(`/v1/customers/${one.customer.id}`);
  await resume.click();
  await page.getByText('Le dossier reprend son cours').waitFor();
  await one.file();
});
