import { beforeAll, expect, it } from 'vitest';
import type { CaseFile } from '../e2e/case-file.ts';
import { plus } from '../e2e/french-days.ts';
import { dueByHand, inFrench, today } from './screens/debts.ts';
import { useBrowser, visit } from './visit.ts';

useBrowser();

let both: CaseFile[];
beforeAll(async () => {
  both = [await dueByHand(), await dueByHand()];
});

const agendaWithBothTicked = async () => {
  const page = await visit('/agenda?tab=to_do&kind=email&level=1&sort=-due_on');
  for (const { number } of both) await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
  return { page, bar: page.getByRole('region', { name: /^2.actions/ }) };
};

it('puts two off to one day together, and says first what that changes', async () => {
  const { page, bar } = await agendaWithBothTicked();
  await bar.getByRole('button', { name: /^Reporter 2.actions…$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Reporter 2.actions$/ });
  const submit = dialog.getByRole('button', { name: /^Reporter 2.actions/ });
  expect(await submit.isDisabled()).toBe(true);
  const untilOn = plus(await today(), 40);
  await dialog.getByLabel('Pas avant le').fill(inFrench(untilOn));
  await dialog.getByLabel(/^Motif/).fill('Fermeture annuelle');
  await dialog.getByText(/Rien ne part d’ici là ; tout revient le/).waitFor();
  await submit.click();
  await dialog.getByText(/^2.actions reportées\.$/).waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  for (const one of both) await one.dunningOnce(({ next }) => next.due_at.slice(0, 10) >= untilOn);
});

it('skips two together: what follows is said first, and the reason is kept', async () => {
  both = [await dueByHand(), await dueByHand()];
  const { page, bar } = await agendaWithBothTicked();
  await bar.getByRole('button', { name: /^Passer 2.actions…$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Passer 2.actions$/ });
  await dialog.getByText(/l’étape suivante du scénario compte à partir d’aujourd’hui/).waitFor();
  await dialog.getByLabel(/^Motif/).fill('Accord avec la direction');
  await dialog.getByRole('button', { name: /^Passer 2.actions sans envoyer$/ }).click();
  await dialog.getByText(/^2.actions passées\.$/).waitFor();
  for (const one of both) await one.dunningOnce(({ level, next }) => level === 0 && next?.level === 2);
});

it('finishes two together, and their level is reached', async () => {
  both = [await dueByHand(), await dueByHand()];
  const { page, bar } = await agendaWithBothTicked();
  await bar.getByRole('button', { name: /^Terminer 2.actions…$/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Terminer 2.actions$/ });
  await dialog.getByRole('button', { name: /^Terminer 2.actions$/ }).click();
  await dialog.getByText(/^2.actions terminées\.$/).waitFor();
  for (const one of both) await one.dunningOnce(({ level }) => level === 1);
});
