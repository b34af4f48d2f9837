import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// Decides about many actions of one customer at once: each dialog says first what changes.

useBrowser();

let first: CaseFile;
/** Reminders of one customer to send by hand, and tasks about that customer. */
const invoices: CaseFile[] = [];
const titles = [unique('Vérifier le dossier'), unique('Classer le dossier')];
beforeAll(async () => {
  first = await dueByHand();
  const { customer, email } = first;
  const { issued_on: issuedOn, due_on: dueOn, scenario } = await first.shown();
  for (let count = 0; count < 5; count += 1) {
    const invoice = { scenario_id: scenario.id };
    invoices.push(await CaseFile.add(company(), customer, email, { issuedOn, dueOn, invoice }));
  }
  for (const one of invoices) await one.dunningOnce(({ levels }) => levels[0].state === 'due');
  const alert_at = (await company().clock()).now_at;
  for (const title of titles) await company().do('POST', '/tasks', { title, alert_at, customer_id: customer.id });
});
afterAll(() => Promise.all([first, ...invoices].map((one) => one.file())));

/** What the tab *Faites* asks for. */
const DONE = 'done,skipped';

/** Ticks these actions, and opens the dialog behind the bar's button with this name. */
async function decide(page: Page, chosen: readonly string[], name: RegExp): Promise<Locator> {
  for (const title of chosen) await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
  await page.getByRole('button', { name }).click();
  return page.getByRole('dialog');
}

/** Holds back the answers of this address until the returned function is called. */
async function held(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(address, async (route) => {
    await isLetGo;
    await route.continue();
  });
  return letGo;
}

it('several actions are put off, left out and finished together', async () => {
  // Their day has come, and they can be sent from the next send hour on.
  const page = await visit(`/agenda?tab=planned&customer_id=${first.customer.id}`);
  const numbers = invoices.map(({ number }) => number);

  const postponing = await decide(page, numbers.slice(0, 2), /^Reporter 2.actions…$/);
  const untilOn = plus(await today(), 40);
  await fieldOf(postponing, 'Pas avant le').fill(inFrench(untilOn));
  await fieldOf(postponing, 'Motif, le même pour toutes').fill('Fermeture annuelle');
  await postponing.getByText(/Rien ne part d’ici là.; tout revient le/).waitFor();
  // What is done is costly to count: it is counted once a minute, not with each portion.
  let counts = 0;
  page.on('request', (request) => (counts += Number(new URL(request.url()).searchParams.get('status') === DONE)));
  await postponing.getByRole('button', { name: /^Reporter 2.actions/ }).click();
  await postponing.getByText(/^2.actions reportées\.$/).waitFor();
  expect(counts).toBe(0);
  await page.keyboard.press('Escape');
  for (const one of invoices.slice(0, 2)) await one.dunningOnce(({ next }) => next.due_at.slice(0, 10) >= untilOn);

  const skipping = await decide(page, numbers.slice(2, 4), /^Passer 2.actions…$/);
  const skip = skipping.getByRole('button', { name: /^Passer 2.actions sans envoyer$/ });
  expect(await skip.isDisabled()).toBe(true);
  await fieldOf(skipping, 'Motif, le même pour toutes').fill('Sans objet');
  await skipping.getByText(/^Rien n’est envoyé\. Pour chaque relance passée/).waitFor();
  // Esc stops the sending, and does not ask whether to drop the typed reason: it has been sent.
  const skipped = await held(page, '**/v1/actions/skip');
  await skip.click();
  await skipping.getByRole('button', { name: 'Arrêter après celle-ci' }).waitFor();
  await page.keyboard.press('Escape');
  await skipping.getByRole('button', { name: 'Arrêt demandé…' }).waitFor();
  expect(await page.getByRole('dialog', { name: /^Fermer sans enregistrer/ }).count()).toBe(0);
  skipped();
  await skipping.getByText(/^1 sur 2 Arrêté.: rien n’a changé pour les autres\.$/).waitFor();
  await skipping.getByRole('button', { name: /^Passer 1.action sans envoyer$/ }).click();
  await skipping.getByText(/^2.actions passées\.$/).waitFor();
  await page.keyboard.press('Escape');
  for (const one of invoices.slice(2, 4)) await one.dunningOnce(({ next, level }) => next.level === 2 && level === 0);

  await page.getByRole('row').filter({ hasText: numbers[4]! }).waitFor();
  await page.goto(`/agenda?tab=to_do&customer_id=${first.customer.id}`);
  const finishing = await decide(page, titles, /^Terminer 2.actions…$/);
  await finishing.getByText(/^Rien n’est envoyé d’ici/).waitFor();
  const answering = await held(page, '**/v1/actions/complete');
  await finishing.getByRole('button', { name: /^Terminer 2.actions$/ }).click();
  // The user may leave the page while it goes on; the result is shown all the same.
  await finishing.getByRole('button', { name: 'Arrêter après celle-ci' }).waitFor();
  await finishing.getByRole('button', { name: 'Laisser continuer' }).click();
  await finishing.waitFor({ state: 'detached' });
  answering();
  await page.getByText(/^2.actions terminées\.$/).waitFor();
  for (const title of titles) await page.getByRole('row').filter({ hasText: title }).waitFor({ state: 'detached' });

  // The actions that were not ticked are unchanged. Before its day, an action can be read but nothing can be typed that would be lost.
  await page.goto(`/agenda?tab=planned&customer_id=${first.customer.id}`);
  await page.getByRole('row').filter({ hasText: numbers[4]! }).click();
  await page.getByRole('note').getByText('Tel qu’il partirait aujourd’hui ; modifiable le jour venu.').waitFor();
  expect(await page.getByLabel('Objet').isEditable()).toBe(false);
  expect(await fieldOf(page, 'Destinataires').isEditable()).toBe(false);
  expect((await invoices[4]!.dunning()).next.level).toBe(1);
  expect(await first.mails()).toEqual([]);
});
