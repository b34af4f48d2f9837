import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { dueByHand } from './screens/debts.ts';
import { thirdParty } from './screens/third-party-screen.ts';
import { company, useBrowser, visit } from './visit.ts';

// Dates, references and amounts are shown whole in the lists, at common window sizes.

useBrowser();

/** The portfolio's invoices only: other tests of the stack leave some whose numbers are longer than any real ones. */
const OF_PORTFOLIO = 'q=FA-2026-1';

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
];

// A date, a reference, an amount or the kind of the next step whose text is wider than its cell, or lies beyond the table's edge.
const CUT = `[...document.querySelectorAll('[role=table]')].flatMap((table) => {
  const edge = table.getBoundingClientRect().right + 1;
  const isWhole = (text) => {
    for (let around = text; around !== text.closest('[role=row]'); around = around.parentElement) {
      if (around.clientWidth > 0 && around.scrollWidth > around.clientWidth) return false;
    }
    return text.getBoundingClientRect().right <= edge;
  };
  return [...table.querySelectorAll('[role=cell], [role=cell] *, [role=columnheader]')]
    .filter(({ children }) => children.length === 0)
    .filter((text) => text.matches('[role=columnheader]') || ALWAYS_WHOLE.test(text.textContent))
    .filter((text) => !isWhole(text))
    .map(({ textContent }) => textContent);
})`.replace(
  'ALWAYS_WHOLE',
  String(/\d{4}$|^(?![A-Z]+-\d+-\d{13}-)[A-Z]+-\d|€$|, (?:manuelle|à confirmer|automatique)$/),
);

// A switch of two words whose last letters lie beyond its edge, or beyond the window's.
const CUT_CHOICES = `[...document.querySelectorAll('[role=radiogroup] label')]
  .filter((label) => label.scrollWidth > label.clientWidth || label.getBoundingClientRect().right > label.closest('[role=radiogroup]').getBoundingClientRect().right)
  .map(({ textContent }) => textContent)`;

/** What is cut off on this page, at each window size. */
async function cutOn(page: Page, path: string): Promise<string[]> {
  const found: string[] = [];
  for (const size of WINDOWS) {
    await page.setViewportSize(size);
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    await page.getByRole('table').first().getByRole('cell').first().waitFor();
    await page.evaluate('document.fonts.ready');
    const cut = await page.evaluate<string[]>(CUT);
    found.push(...cut.map((text) => `${size.width}: ${text}`));
  }
  return found;
}

const firstOf = async (list: string): Promise<string> => (await company().do('GET', `/${list}&limit=1`)).data[0].id;

it('no day, reference, amount or next step is cut in the work list', async () => {
  const page = await visit('/relances');
  expect(await cutOn(page, `/relances?${OF_PORTFOLIO}`)).toEqual([]);
  expect(await cutOn(page, `/relances?sort=-due_on&${OF_PORTFOLIO}`)).toEqual([]);
});

it('nor on a customer’s account, whose last columns are in the window', async () => {
  const page = await visit('/clients');
  const [most] = (await company().do('GET', `/invoices?sort=-balance_cents&${OF_PORTFOLIO}&limit=1`)).data;
  expect(await cutOn(page, `/clients/${most.customer.id}`)).toEqual([]);
});

it('nor among the unpaid files of a referrer or a notary, whose roles can be read', async () => {
  const page = await visit('/prescripteurs');
  expect(await cutOn(page, `/tiers/${await firstOf('third-parties?sort=-unpaid_count')}`)).toEqual([]);
  const notary = (await company().do('GET', `/invoices?status=open&${OF_PORTFOLIO}&limit=200`)).data.find(
    (of: { case_file: { notary_id?: string } }) => of.case_file.notary_id,
  );
  expect(await cutOn(page, `/tiers/${notary.case_file.notary_id}`)).toEqual([]);
  // Whoever is a notary in one file and brought another can be shown either.
  const both = await thirdParty('Étude Double');
  const file = await dueByHand({ invoice: { case_file: { referrer_id: both.id, notary_id: both.id } } });
  expect(await cutOn(page, `/tiers/${both.id}`)).toEqual([]);
  await page.getByRole('radiogroup', { name: 'À titre de' }).getByText('Prescripteur').waitFor();
  expect(await page.evaluate<string[]>(CUT_CHOICES)).toEqual([]);
  await file.file();
});

it('a table that is wider or longer than its place shows that it goes on', async () => {
  const page = await visit('/relances');
  const list = page.getByRole('table').first();
  await list.getByRole('cell').first().waitFor();
  const goesOn = async (side: string) => (await list.getAttribute(`data-more-${side}`)) !== null;
  await expect.poll(() => goesOn('below')).toBe(true);
  expect(await goesOn('right')).toBe(false);
  await page.setViewportSize({ width: 900, height: 720 });
  await expect.poll(() => goesOn('right')).toBe(true);
  await page.evaluate(`document.querySelector('[role=table]').scrollTo(10_000, 0)`);
  await expect.poll(() => goesOn('right')).toBe(false);
});

it('the list of a referrer’s unpaid files has the height that no statement needs, and says how many there are', async () => {
  const page = await visit(`/tiers/${await firstOf('third-parties?sort=-unpaid_count')}`);
  const list = page.getByRole('table', { name: 'Dossiers impayés à cocher' });
  await list.getByRole('cell').first().waitFor();
  const count = Number(await list.getAttribute('aria-rowcount')) - 1;
  await page.getByRole('heading', { name: `Dossiers impayés (${count})` }).waitFor();
  await page.getByText('Aucun état envoyé').waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  const shown = page.getByRole('region', { name: 'États déjà envoyés' });
  await expect.poll(async () => (await shown.boundingBox())?.height ?? 900).toBeLessThan(160);
  await expect.poll(async () => (await list.boundingBox())?.height ?? 0).toBeGreaterThan(36 * 13);
});

it('the bar that saves a template lies at the bottom of the window, and no text is seen below it', async () => {
  const page = await visit(`/modeles/${await firstOf('templates?kind=email')}`);
  await page.setViewportSize({ width: 1280, height: 720 });
  const save = page.getByRole('button', { name: 'Enregistrer le modèle' });
  await save.waitFor();
  const bottom = async () => {
    const { y = 0, height = 0 } = (await save.boundingBox()) ?? {};
    return 720 - y - height;
  };
  // The rest is the bar's own border.
  await expect.poll(bottom).toBeLessThan(16);
});
