import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';

/** Presses the button that saves a file; returns the file. */
export async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download');
  await button.click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}

/** Fetches the target of a link as the browser would. */
export async function behind(page: Page, link: Locator): Promise<Buffer> {
  const answer = await page.request.get((await link.getAttribute('href')) ?? '');
  return answer.body();
}
