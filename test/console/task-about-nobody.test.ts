import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { fieldOf } from './screens/fields.ts';
import { useBrowser, visit } from './visit.ts';

// A supervisor's own task, such as « Appeler l'assureur », is about no customer.

useBrowser();

it('a task about nobody is made in the agenda, shown without a customer, changed and finished there', async () => {
  const title = unique('Appeler l’assureur');
  const page = await visit('/agenda?tab=planned');
  await page.getByRole('button', { name: 'Nouvelle tâche' }).click();
  await page.getByRole('option', { name: 'Sans client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nouvelle tâche', exact: true });
  await fieldOf(dialog, 'À faire').fill(title);
  await dialog.getByText('Sans nom, la tâche attend que quelqu’un la prenne.').waitFor();
  await dialog.getByRole('button', { name: 'Créer la tâche' }).click();
  await page.getByText(/^Tâche créée/).waitFor();

  const row = page.getByRole('row').filter({ hasText: title });
  await row.waitFor();
  expect(await row.getByRole('link').count()).toBe(0);
  expect(await row.getByText('–', { exact: true }).count()).toBe(3); // No customer, no item, no collector.
  await row.getByText(title).click();
  const drawer = page.getByRole('dialog', { name: title });
  await drawer.getByText('Une personne a noté cette tâche.').waitFor();

  await drawer.getByRole('button', { name: 'Modifier' }).click();
  const changing = page.getByRole('dialog', { name: 'Modifier la tâche' });
  await fieldOf(changing, 'À faire').fill(`${title}, contrat`);
  await changing.getByRole('button', { name: 'Modifier la tâche' }).click();
  await page.getByText('Tâche modifiée.').waitFor();

  await drawer.getByRole('button', { name: 'Terminer' }).click();
  const finishing = page.getByRole('dialog', { name: 'Terminer l’action' });
  await finishing.getByText('La tâche est faite ; elle reste parmi les actions faites de l’agenda.').waitFor();
  await fieldOf(finishing, 'Commentaire \\(facultatif\\)').fill('Il prend en charge');
  await finishing.getByRole('button', { name: 'Terminer l’action' }).click();
  await page.getByText(`Terminée\u00a0: ${title}, contrat`).waitFor();
  await page.goto('/agenda?tab=done&sort=-due_on');
  await page
    .getByRole('row')
    .filter({ hasText: `${title}, contrat` })
    .waitFor();
});
