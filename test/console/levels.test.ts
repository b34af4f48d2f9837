import { expect, it } from 'vitest';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { saved } from './screens/download.ts';
import { WorkList, workListOf } from './screens/work-list.ts';
import { useBrowser, visit } from './visit.ts';

// The work list beyond the first level, and actions on the whole list.

useBrowser();

it('000-09 000-19 000-20 000-25 the counters R2 and R3 list what has to go next, all of it one click from its run; the check tells its day under the mouse', async () => {
  const [second, third] = [await dueByHand({ reached: 1 }), await dueByHand({ reached: 2 })];
  for (const [one, due, other] of [
    [second, 'R2', 'R1'],
    [third, 'R3', 'R2'],
  ] as const) {
    const list = await workListOf(one);
    await list.choose(due);
    await list
      .row(one.number)
      .getByRole('img', { name: `${due} à faire` })
      .waitFor();
    const all = list.page.getByRole('button', { name: `Relancer le dossier en ${due}…` });
    await list.tick(one.number);
    await all.waitFor({ state: 'hidden' }); // The ticked rows have their own button.
    await list.row(one.number).getByRole('checkbox').uncheck();
    const asked = list.page.waitForRequest((request) => request.url().endsWith('/v1/runs'));
    await all.click();
    expect((await asked).postDataJSON()).toMatchObject({
      dry_run: true,
      filter: { q: one.number, level_due: Number(due[1]) },
    });
    const dialog = list.page.getByRole('dialog', { name: 'Relancer' });
    const [email, letter] = [
      dialog.getByRole('button', { name: new RegExp(`^Envoyer la relance ${due} par courriel pour`) }),
      dialog.getByRole('button', { name: new RegExp(`^Faire partir le courrier de relance ${due} pour 1.dossier$`) }),
    ];
    if (due === 'R2') await expect.poll(() => email.isEnabled()).toBe(true);
    else {
      // It is a registered letter, and opens as one. By mail it cannot go; the link back is beside the reason.
      await expect.poll(() => letter.isEnabled()).toBe(true);
      await dialog.getByRole('radio', { name: 'Courriel' }).check();
      await dialog.getByText(/^Ce niveau part en lettre recommandée/).waitFor();
      expect(await email.isEnabled()).toBe(false);
      await dialog.getByRole('button', { name: 'Relancer ce dossier par courrier' }).click();
      await expect.poll(() => letter.isEnabled()).toBe(true);
    }
    await list.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await list.choose(other);
    await list.row(one.number).waitFor({ state: 'hidden' });
    await all.waitFor({ state: 'hidden' });
  }
  const reminded = await dueByHand();
  await reminded.do('POST', '/reminders', { mode: 'email', level: 1 });
  await reminded.dunningOnce(({ level }) => level === 1);
  const list = await workListOf(reminded);
  await list
    .row(reminded.number)
    .getByRole('img', { name: /^R1 faite le/ })
    .hover();
  await list.page
    .getByRole('tooltip')
    .getByText(`R1 faite le ${inFrench(await today())}`)
    .waitFor();
  await Promise.all([second, third, reminded].map((one) => one.file()));
});

it('a run over the whole list and not only the ticked lines says first what would leave, and what not and why', async () => {
  const page = await visit('/relances', { role: 'collector' });
  const list = new WorkList(page);
  await list.table.getByRole('checkbox', { name: 'Tout sélectionner' }).check();
  await page.getByRole('button', { name: /^Sélectionner les \d+.dossiers de la liste$/ }).click();
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/runs'));
  await page.getByRole('button', { name: 'Relancer…' }).click();
  expect((await asked).postDataJSON()).toMatchObject({ dry_run: true, filter: { status: 'open' } });
  const dialog = page.getByRole('dialog', { name: 'Relancer' });
  await dialog
    .getByRole('status')
    .getByText(/dossiers?/)
    .first()
    .waitFor();
  await dialog.getByRole('button', { name: /^Envoyer la relance R\d par courriel pour/ }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

it('each list comes as a file, as it is filtered, and the ticked lines alone', async () => {
  const [one, other] = [await dueByHand(), await dueByHand()];
  const list = await workListOf(one);
  await list.tick(one.number);
  const bar = list.page.getByRole('region', { name: /^1.dossier/ });
  const { bytes } = await saved(list.page, bar.getByRole('button', { name: /^Exporter/ }));
  expect(bytes.toString()).toContain(one.number);
  expect(bytes.toString()).not.toContain(other.number);
  for (const [path, file, headings] of [
    ['/clients', 'clients', 'Client;Référence;Type;Contact;Reste dû;En retard;Groupe;'],
    ['/agenda', 'agenda', 'Jour;Niveau;Action;Client;Pièces;Montant;'],
    ['/envois', 'envois', 'Préparé le;Parti le;'],
    ['/contentieux', 'contentieux', 'Client;Référence client;Contact;Pièce;Échéance;'],
    ['/prescripteurs', 'prescripteurs', 'Nom;Adresse électronique;'],
  ] as const) {
    const page = await visit(path, { role: 'supervisor' });
    const { name, bytes: lines } = await saved(page, page.getByRole('button', { name: 'Exporter en CSV' }));
    expect(name).toMatch(new RegExp(`^${file}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(lines.toString().startsWith(`\u{FEFF}${headings}`)).toBe(true);
    expect(path === '/contentieux' || lines.toString().split('\n').length > 2).toBe(true);
  }
  await Promise.all([one.file(), other.file()]);
});

it('a customer’s account comes as a file: each item with what is left of it', async () => {
  const one = await dueByHand();
  const page = await visit(`/clients/${one.customer.id}`, { role: 'collector' });
  const { name, bytes } = await saved(page, page.getByRole('button', { name: 'Exporter en CSV' }));
  expect(name.startsWith(`compte-${one.customer.reference}-`)).toBe(true);
  const [headings, item] = bytes.toString().split('\r\n');
  expect(headings).toBe(
    '\u{FEFF}Pièce;Émise le;Échéance;Retard;Montant;Reste dû;Niveau;Statut;Suspension;Dernier commentaire;Devise',
  );
  expect(item).toMatch(new RegExp(`^${one.number};[\\d/]{10};[\\d/]{10};\\d+;250,00;250,00;R0;.+;;;EUR$`));
  await one.file();
});
