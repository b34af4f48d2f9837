import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';

/** Presses what saves a file, and answers it. */
export async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}

/** What a link leads to, asked for as the browser would. */
export async function behind(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  return answer.body();
}
