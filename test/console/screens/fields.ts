import type { Locator, Page } from 'playwright-core';

/** The field with this label, needed or not, and not the list that opens below it. */
export const fieldOf = (within: Page | Locator, label: string): Locator =>
  within.locator('input, textarea').and(within.getByLabel(new RegExp(`^${label}( \\*)?$`)));

/** Looks for `typed` in a field whose list the server searches, and chooses what it found. */
export async function findIn(page: Page, label: string, typed: string, option: string): Promise<void> {
  await fieldOf(page, label).fill(typed);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Chooses in the list of a field. */
export async function chooseIn(page: Page, label: string, option: string): Promise<void> {
  await fieldOf(page, label).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
