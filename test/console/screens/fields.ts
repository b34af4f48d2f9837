import type { Locator, Page } from 'playwright-core';

/** The field with this label, required or not, and not the list that opens below it. */
export const fieldOf = (within: Page | Locator, label: string): Locator =>
  within.locator('input, textarea').and(within.getByLabel(new RegExp(`^${label}( \\*)?$`)));

/** Types `typed` into a field that searches on the server, and chooses the result. */
export async function findIn(page: Page, label: string, typed: string, option: string): Promise<void> {
  await fieldOf(page, label).fill(typed);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Chooses an option in the list of a field. */
export async function chooseIn(page: Page, label: string, option: string): Promise<void> {
  await fieldOf(page, label).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
