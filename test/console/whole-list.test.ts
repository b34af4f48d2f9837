import { expect, it } from 'vitest';
import { company, useBrowser, visit } from './visit.ts';

// Ticking rows of a list that is longer than what has been loaded of it.

useBrowser();

const NUMBER = /(\d+)\s(?:actions|clients)/;
const numberIn = (text: string | null) => Number(NUMBER.exec(text ?? '')?.[1]);

it.each([
  { path: '/agenda?tab=planned', asked: '/actions?status=planned', table: 'Actions' },
  { path: '/clients', asked: '/customers?', table: 'Liste des clients' },
])(
  'of $path all is ticked when one asks for the whole list, and until then nobody takes a part for it',
  async (one) => {
    const page = await visit('/dossiers', { fresh: true });
    // In a list as long as the demonstration's, a page of 100 would be nearly all of it.
    await page.route(/\/v1\/(actions|customers)\?.*limit=100/, (route) =>
      route.continue({ url: route.request().url().replace('limit=100', 'limit=45') }),
    );
    await page.goto(one.path);
    const { total } = await company().do('GET', `${one.asked}&limit=1&count=true`);
    const table = page.getByRole('table', { name: one.table });
    await table.getByRole('row').nth(5).waitFor();
    await table.getByRole('checkbox').first().check();
    const bar = page.getByRole('region', { name: NUMBER });
    const ticked = async () => numberIn(await bar.getAttribute('aria-label'));
    const part = await ticked();
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(total);
    const whole = bar.getByRole('button', { name: /^Sélectionner les \d+.(actions|clients) de la liste$/ });
    expect(numberIn(await whole.textContent())).toBe(total);
    await whole.click();
    await expect.poll(ticked).toBe(total);
    await whole.waitFor({ state: 'detached' });
  },
);

it('of the whole work list all but one stay ticked when one is unticked, read by then or not', async () => {
  const page = await visit('/relances', { fresh: true });
  const table = page.getByRole('table', { name: 'Dossiers à relancer' });
  await table.getByRole('row').nth(5).waitFor();
  await table.getByRole('checkbox').first().check();
  const bar = page.getByRole('region', { name: /^\d+.dossiers/ });
  const ticked = async () => Number(/^\d+/.exec((await bar.getAttribute('aria-label')) ?? '')?.[0]);
  const part = await ticked();
  await bar.getByRole('button', { name: /^Sélectionner les \d+.dossiers de la liste$/ }).click();
  await expect.poll(ticked).toBeGreaterThan(part);
  const total = await ticked();
  await table.getByRole('row').nth(3).getByRole('checkbox').click();
  await expect.poll(ticked).toBe(total - 1);
  const asked = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/v1/runs'));
  await bar.getByRole('button', { name: 'Relancer…' }).click();
  expect((await asked).postDataJSON().invoice_ids).toHaveLength(total - 1);
});
