import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { dueByHand } from './screens/debts.ts';
import { fieldOf } from './screens/fields.ts';
import { ScenarioScreen } from './screens/scenario-screen.ts';
import { company, useBrowser, visit } from './visit.ts';

// A supervisor defines when each reminder leaves, and how.

useBrowser();

const [MAIL, LETTER] = ['Relance R1', 'Relance R2'];

/** A scenario of two steps: R1 counted from the invoice's date, R2 from the day on which R1 really left. */
async function aScenario(): Promise<{ id: string; name: string }> {
  const { data } = await company().do('GET', '/templates?limit=200');
  const idOf = (name: string) => data.find((one: { name: string }) => one.name === name).id;
  const name = unique('Scénario d’agence');
  const step = { kind: 'email', delay_days: 15, mode: 'manual' };
  const { id } = await company().do('POST', '/scenarios', {
    name,
    unit: 'invoice',
    steps: [
      { ...step, key: 'r1', level: 1, anchor: 'issued_on', template_id: idOf(MAIL) },
      { ...step, key: 'r2', level: 2, anchor: 'previous_step', template_id: idOf(LETTER) },
    ],
  });
  return { id, name };
}

it('000-05 002-04 002-05 a change makes a new version; who would move and to what is seen, then one is moved', async () => {
  const { id } = await aScenario();
  const one = await dueByHand({ invoice: { scenario_id: id } });
  const screen = await ScenarioScreen.open(id);
  await screen.step(1).getByText('15 jours après la date de facture').waitFor();
  await screen.step(2).getByText('15 jours après l’étape précédente').waitFor();
  await screen.edit(1);
  await screen.choose('Compté depuis', 'l’échéance');
  await fieldOf(screen.page, 'Jours').fill('50');
  await screen.choose('Départ', 'à confirmer');
  await screen.page.getByText(/^Enregistrer crée la version 2/).waitFor();
  await screen.page.getByRole('button', { name: 'Enregistrer la version 2' }).click();
  await screen.page.getByText('version 2', { exact: true }).waitFor();
  await screen.step(1).getByText('50 jours après l’échéance').waitFor();

  const row = screen.moves.getByRole('row').filter({ hasText: one.number });
  await row.getByText('1 → 2').waitFor();
  await row.getByRole('button', { name: `Déplacer la pièce ${one.number}` }).click();
  await screen.page.getByText(/^Désormais sur la version actuelle.: 1.dossier\./).waitFor();
  await screen.page.getByText('Tous les dossiers en cours suivent la version actuelle.').waitFor();
  const { next } = await one.dunningOnce((dunning) => dunning.next?.mode === 'to_confirm');
  expect(next).toMatchObject({ level: 1, mode: 'to_confirm' });
  await one.file();
});

it('001-02 001-03 001-05 001-13 001-15 001-29 001-30 how a step leaves is the step’s: by whom, confirmed or not; its template stays', async () => {
  const { id } = await aScenario();
  const screen = await ScenarioScreen.open(id);
  await screen.edit(2);
  await screen.choose('Type', 'courrier');
  const [, second] = (await company().do('GET', `/scenarios/${id}`)).steps;
  const link = (name: string) => screen.step(2).getByRole('link', { name });
  expect(await link('Modifier ce texte').getAttribute('href')).toBe(`/modeles/${second.template_id}`);
  expect(await link('Nouveau modèle').getAttribute('href')).toBe('/modeles/nouveau');
  await screen
    .step(2)
    .getByText(/lettre simple · manuelle · modèle «.Relance R2.»/)
    .waitFor();
  await screen.choose('Type de courrier', 'lettre recommandée avec avis de réception');
  await screen
    .step(2)
    .getByText(/lettre recommandée avec avis de réception · manuelle/)
    .waitFor();
  await screen.choose('Type de courrier', 'envoi recommandé électronique');
  await screen.choose('Départ', 'automatique');
  await screen
    .step(2)
    .getByText(/envoi recommandé électronique · automatique · modèle «.Relance R2.»/)
    .waitFor();
  // No provider takes these, so a person has to.
  await screen.choose('Type de courrier', 'lettre recommandée électronique');
  await fieldOf(screen.page, 'Départ').click();
  const option = screen.page.getByRole('option', { name: 'automatique : il faut un prestataire' });
  expect(await option.getAttribute('data-combobox-disabled')).toBe('true');
  await screen.page.keyboard.press('Escape');
  await screen.choose('Type de courrier', 'lettre simple');
  await screen.choose('Départ', 'automatique');
  // However many there are, the server searches for the one that is typed.
  const asked = screen.page.waitForRequest(/\/v1\/templates\?.*q=Relance/);
  await fieldOf(screen.page, 'Modèle').fill('Relance R1');
  await asked;
  await screen.chooseTemplate('Relance R1', 'R1 · Relance R1');
  await screen.page.getByRole('button', { name: 'Enregistrer la version 2' }).click();
  await screen.page.getByText('version 2', { exact: true }).waitFor();
  const { steps } = await company().do('GET', `/scenarios/${id}`);
  expect(steps[1]).toMatchObject({ kind: 'letter', letter_kind: 'simple', mode: 'automatic' });
});

it('001-13 001-22 001-29 the settings say who takes letters, and a company may do without: they wait for a person then', async () => {
  const page = await visit('/reglages/prestataires');
  const print = page.getByRole('region', { name: 'Courriers (prestataire éditique)' });
  await print.getByText('Boîte locale', { exact: true }).waitFor();
  await print.getByText(/^Joue le prestataire pour essayer.: rien n’est imprimé ni posté\..*lettre simple/).waitFor();
  await page.getByRole('region', { name: 'SMS' }).getByText('Aucun prestataire').waitFor();
  const uses = print.getByRole('switch', { name: 'Confier nos courriers à ce prestataire' });
  const offered = async () => (await company().do('GET', '/settings/providers')).print !== null;
  await uses.click();
  await print.getByText(/^Désactivé pour votre société.: ses courriers sont préparés en PDF/).waitFor();
  expect([await offered(), await uses.isChecked()]).toEqual([false, false]);
  await uses.click();
  await print.getByText(/^Joue le prestataire pour essayer/).waitFor();
  expect(await offered()).toBe(true);
});

it('002-04 002-09 a simulation says on which days an invoice’s reminders would leave, a preventive one before it is due', async () => {
  const name = unique('Préventif');
  const page = await visit('/scenarios/nouveau');
  const screen = new ScenarioScreen(page);
  await fieldOf(page, 'Nom du scénario').fill(name);
  await screen.edit(1);
  await fieldOf(page, 'Niveau').fill('0');
  await fieldOf(page, 'Jours').fill('-5');
  await screen.chooseTemplate('Relance R1', 'R1 · Relance R1');
  await screen.step(1).getByText('5 jours avant l’échéance').waitFor();
  await screen
    .step(1)
    .getByText(/^préventive/)
    .waitFor();
  await page.getByRole('button', { name: 'Créer le scénario' }).click();
  await page.getByText(`Scénario ${name} créé.`).waitFor();
  const days = page.getByRole('list', { name: 'Simulation' });
  await days.getByRole('listitem').nth(2).getByText('R0').waitFor();
});
