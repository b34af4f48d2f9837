import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { unique } from '../e2e/business.ts';
import { dueByHand } from './screens/debts.ts';
import { company, useBrowser, visit } from './visit.ts';

// The open action is finished or skipped by keyboard; what a key cannot decide stays as it is.

useBrowser();

const finishing = (page: Page) => page.getByRole('dialog', { name: 'Terminer l’action' });
const skipping = (page: Page) => page.getByRole('dialog', { name: 'Passer cette action' });
/** The two dialogs, without the drawer, which has the same role. */
const dialogs = async (page: Page) => (await finishing(page).count()) + (await skipping(page).count());

/** A registered letter that waits to be posted. */
async function letterToPost() {
  const one = await dueByHand({ kind: 'professional' });
  await one.do('POST', '/reminders', { mode: 'letter', letter_kind: 'lre_qualified', level: 1 });
  await expect.poll(async () => (await one.messages())[0]?.status).toBe('rendered');
  const [{ action_id: actionId }] = (await one.messages()) as [{ action_id: string }];
  return { one, actionId };
}

async function openTask() {
  const { body } = await company().ask('POST', '/tasks', {
    title: unique('Ranger'),
    alert_at: new Date().toISOString(),
  });
  return (body as { id: string }).id;
}

it('T asks how the open action was finished and O why it is skipped; once it is, neither asks anything', async () => {
  const { one, actionId } = await letterToPost();
  const page = await visit(`/agenda/${actionId}?customer_id=${one.customer.id}`);
  const toolbar = page.getByRole('toolbar', { name: 'Décisions' });
  await toolbar.getByRole('button', { name: 'Terminer l’action…' }).waitFor();
  await page.keyboard.press('t');
  await finishing(page).waitFor();
  // While a dialog is open, the keys of the page do nothing.
  await finishing(page).getByRole('button', { name: 'Terminer l’action' }).focus();
  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await finishing(page).waitFor({ state: 'detached' });
  expect(await dialogs(page)).toBe(0);
  await page.keyboard.press('o');
  // Every key typed goes into the reason.
  await skipping(page).getByLabel('Motif').pressSequentially('Tout est dit au telephone');
  expect(await skipping(page).getByLabel('Motif').inputValue()).toBe('Tout est dit au telephone');
  await skipping(page).getByRole('button', { name: 'Passer sans envoyer' }).click();
  await page.getByText(/^Passée.:/).waitFor();
  await page.goto(`/agenda/${actionId}`);
  await page.getByText('passée', { exact: true }).first().waitFor();
  for (const key of ['t', 'o']) await page.keyboard.press(key);
  expect(await dialogs(page)).toBe(0);
  await one.file();
});

it('Esc closes the question alone, and the action stays open, also when the list behind was drawn anew meanwhile', async () => {
  const page = await visit(`/agenda/${await openTask()}`);
  await page.getByRole('button', { name: 'Terminer l’action…' }).waitFor();
  await page.keyboard.press('t');
  await finishing(page).waitFor();
  const title = unique('Appeler');
  await company().do('POST', '/tasks', { title, alert_at: new Date(0).toISOString() });
  await page.getByText(title).first().waitFor();
  await page.keyboard.press('Escape');
  await finishing(page).waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  await finishing(page).waitFor();
});

it('what is typed after Ctrl-K is for the search and no key of the page, also while the search is still on its way', async () => {
  const page = await visit(`/agenda/${await openTask()}`);
  await page.getByRole('button', { name: 'Terminer l’action…' }).waitFor();
  let arrive = () => undefined as void;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/assets/search-*.js', async (route) => {
    await arrived;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.press('t');
  expect(await dialogs(page)).toBe(0);
  arrive();
  await page.getByRole('dialog', { name: 'Rechercher' }).waitFor();
  await page.unroute('**/assets/search-*.js');
});

it('of a task T alone asks: nobody skips one; and while one types, a letter is a letter', async () => {
  const taskId = await openTask();
  const page = await visit(`/agenda/${taskId}`);
  await page.getByRole('button', { name: 'Terminer l’action…' }).waitFor();
  await page.keyboard.press('o');
  await page.keyboard.press('/');
  await page.keyboard.type('to');
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('to');
  expect(await dialogs(page)).toBe(0);
  await page.locator('[data-page-filter]').blur();
  await page.keyboard.press('t');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  // A double click on a busy machine, which draws nothing in between.
  await finishing(page)
    .getByRole('button', { name: 'Terminer l’action' })
    .evaluate((button: { click: () => void }) => [button.click(), button.click()]);
  await page.getByText(/^Terminée.:/).waitFor();
  expect(asked.filter((one) => one.startsWith('POST'))).toEqual([`POST /v1/actions/${taskId}/complete`]);
  expect((await company().do('GET', `/actions/${taskId}`)).status).toBe('done');
});

it('T finishes beside a case as well, where P goes on to be a promise; the help says both keys in either language', async () => {
  const { one, actionId } = await letterToPost();
  const page = await visit(`/dossiers/${one.id}?action=${actionId}`);
  await page.getByRole('button', { name: 'Terminer l’action…' }).waitFor();
  await page.keyboard.press('t');
  await finishing(page).waitFor();
  await page.keyboard.press('Escape');
  await finishing(page).waitFor({ state: 'detached' });
  await page.keyboard.press('p');
  await page.getByRole('dialog', { name: /^Promesse de règlement/ }).waitFor();
  await page.keyboard.press('Escape');
  for (const [language, said] of [
    ['fr', ['la terminer', 'la passer, sans rien envoyer']],
    ['en', ['finish it', 'skip it, nothing is sent']],
  ] as const) {
    await page.evaluate(`localStorage.setItem('relance-language', '${language}')`);
    await page.goto('/agenda');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('?');
    for (const what of said) await page.getByRole('dialog').getByText(what, { exact: true }).waitFor();
  }
  await one.file();
});
