import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// Many actions of one customer, decided about together: each dialog says first what changes.

useBrowser();

let one: CaseFile;
const titles = Array.from({ length: 6 }, () => unique('Vérifier le dossier'));
beforeAll(async () => {
  one = await dueByHand();
  const alert_at = (await company().clock()).now_at;
  for (const title of titles) await company().do('POST', '/tasks', { title, alert_at, customer_id: one.customer.id });
});
afterAll(() => one.file());

const statusOf = async (title: string): Promise<string> => {
  const { data } = await company().do('GET', `/actions?customer_id=${one.customer.id}&limit=50`);
  return data.find(({ text }: { text: string }) => text.includes(title))?.status;
};

/** Ticks these, and opens the dialog that the bar's button with this name opens. */
async function decide(page: Page, chosen: readonly string[], name: RegExp): Promise<Locator> {
  for (const title of chosen) await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
  await page.getByRole('button', { name }).click();
  return page.getByRole('dialog');
}

it('004-10 several actions are put off, left out and finished together', async () => {
  const page = await visit(`/agenda?tab=to_do&customer_id=${one.customer.id}`);

  const postponing = await decide(page, titles.slice(0, 2), /^Reporter 2.actions…$/);
  const untilOn = plus(await today(), 40);
  await fieldOf(postponing, 'Pas avant le').fill(inFrench(untilOn));
  await fieldOf(postponing, 'Motif, le même pour toutes').fill('Fermeture annuelle');
  await postponing.getByText(/Rien ne part d’ici là ; tout revient le/).waitFor();
  await postponing.getByRole('button', { name: /^Reporter 2.actions/ }).click();
  await postponing.getByText(/^2.actions reportées\.$/).waitFor();
  await page.keyboard.press('Escape');

  const skipping = await decide(page, titles.slice(2, 4), /^Passer 2.actions…$/);
  const skip = skipping.getByRole('button', { name: /^Passer 2.actions sans envoyer$/ });
  expect(await skip.isDisabled()).toBe(true);
  await fieldOf(skipping, 'Motif, le même pour toutes').fill('Sans objet');
  await skipping.getByText('Ce qui n’est pas une étape d’un scénario quitte l’agenda ; rien n’est fait.').waitFor();
  await skip.click();
  await skipping.getByText(/^2.actions passées\.$/).waitFor();
  await page.keyboard.press('Escape');

  const finishing = await decide(page, titles.slice(4), /^Terminer 2.actions…$/);
  await finishing.getByText(/^Rien n’est envoyé d’ici/).waitFor();
  await finishing.getByRole('button', { name: /^Terminer 2.actions$/ }).click();
  await finishing.getByText(/^2.actions terminées\.$/).waitFor();
  await page.keyboard.press('Escape');

  const statuses = await Promise.all(titles.map(statusOf));
  expect(statuses).toEqual(['planned', 'planned', 'skipped', 'skipped', 'done', 'done']);
  // What was not ticked is as it was, and nothing left.
  await page.getByRole('row').filter({ hasText: one.number }).waitFor();
  expect(await one.mails()).toEqual([]);
});
