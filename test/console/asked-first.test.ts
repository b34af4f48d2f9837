import { expect, it } from 'vitest';
import { CaseScreen } from './screens/case-screen.ts';
import { dueByHand } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { company, useBrowser, visit } from './visit.ts';

// What a screen offers, names and refuses before anything is done.

useBrowser();

it('the task after the last step offers the three ways on that it asks about, and a collector may not write off', async () => {
  const { data } = await company().do('GET', '/actions?status=to_do&kind=task&limit=200');
  const { id } = data.find(({ origin }: { origin: string }) => origin === 'exhausted');
  const bar = { name: 'Ce que devient le dossier' };
  const page = await visit(`/agenda/${id}?tab=to_do`);
  const ways = page.getByRole('toolbar', bar);
  expect(await ways.getByRole('button', { name: 'Passer en perte…' }).isEnabled()).toBe(true);
  await ways.getByRole('button', { name: 'Échéancier…' }).click();
  await page.getByRole('dialog', { name: /^Promesse de règlement/ }).waitFor();
  await page.keyboard.press('Escape');
  await ways.getByRole('button', { name: 'Contentieux…' }).click();
  await page.getByRole('dialog', { name: /contentieux/i }).waitFor();
  const collector = await visit(`/agenda/${id}?tab=to_do`, { role: 'collector' });
  const writeOff = collector.getByRole('toolbar', bar).getByRole('button', { name: 'Passer en perte…' });
  expect(await writeOff.isDisabled()).toBe(true);
});

it('Relancer opens on its first field, and offers no e-mail for a level that the scenario wants registered', async () => {
  const one = await dueByHand({ reached: 2, kind: 'professional' });
  const { scenario } = await one.shown();
  const { steps } = await company().do('GET', `/scenarios/${scenario.id}`);
  const isRegistered = steps.some(
    (step: { level: number; letter_kind: string }) => step.level === 3 && step.letter_kind === 'registered',
  );
  const screen = await CaseScreen.open(one);
  const dialog = await screen.press('r', /^Relancer/);
  await dialog.getByLabel('Objet').waitFor();
  await dialog.locator('input:focus').and(fieldOf(dialog, 'Quelle relance')).waitFor();
  expect(isRegistered).toBe(true);
  expect(await dialog.getByRole('radio', { name: 'Courriel' }).isDisabled()).toBe(true);
  await dialog.getByText(/^Le scénario veut une lettre recommandée pour ce niveau/).waitFor();
  await one.file();
});

it('under Anomalies a mail without a valid address is not offered, and one that nothing was corrected for asks first, with its recipient', async () => {
  const { data } = await company().do('GET', '/actions?status=needs_attention&kind=email&limit=200');
  const page = await visit('/anomalies');
  await page.getByRole('article').first().waitFor();
  const nobody = page.getByRole('article').filter({ hasText: 'Aucune adresse électronique valable' }).first();
  await nobody.waitFor();
  expect(await nobody.getByRole('button', { name: /nvoyer la R\d par courriel$/ }).isDisabled()).toBe(true);
  const named = page
    .getByRole('article')
    .filter({ hasText: /Le courriel ira à .+ <.+@.+>\./ })
    .first();
  await named.getByRole('button', { name: /nvoyer la R\d par courriel$/ }).click();
  const dialog = page.getByRole('dialog', { name: /nvoyer la R\d par courriel$/ });
  await dialog.getByText('Rien n’a été corrigé depuis que ce dossier s’est arrêté.').waitFor();
  await dialog.getByText(/^Le courriel part aussitôt, à .+@.+\. Un envoi ne s’annule pas\.$/).waitFor();
  await page.keyboard.press('Escape');
  const after = await company().do('GET', '/actions?status=needs_attention&kind=email&limit=200');
  expect(after.data.length).toBe(data.length);
});
