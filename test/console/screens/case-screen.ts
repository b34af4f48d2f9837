import type { Locator, Page } from 'playwright-core';
import type { CaseFile } from '../../e2e/case-file.ts';
import { visit } from '../visit.ts';

/** The page of a case. */
export class CaseScreen {
  readonly page: Page;
  readonly one: CaseFile;

  constructor(page: Page, one: CaseFile) {
    this.page = page;
    this.one = one;
  }

  static async open(one: CaseFile, role: 'collector' | 'supervisor' = 'collector'): Promise<CaseScreen> {
    const screen = new CaseScreen(await visit(`/dossiers/${one.id}`, { role }), one);
    await screen.article.waitFor();
    return screen;
  }

  get article(): Locator {
    return this.page.getByRole('article', { name: this.one.number });
  }

  get sentence(): Locator {
    return this.page.getByTestId('sentence');
  }

  get timeline(): Locator {
    return this.page.getByRole('region', { name: 'Chronologie' });
  }

  get toDo(): Locator {
    return this.page.getByRole('region', { name: 'Actions à faire' });
  }

  get holds(): Locator {
    return this.page.getByRole('region', { name: 'Ce qui suspend les relances' });
  }

  /** What the open dialog says will change. */
  get consequence(): Locator {
    return this.page.getByTestId('consequence');
  }

  /** Presses the button of an action and fills in its dialog. */
  async press(key: string, title: RegExp): Promise<Locator> {
    await this.page.keyboard.press(key);
    const dialog = this.page.getByRole('dialog', { name: title });
    await dialog.waitFor();
    return dialog;
  }
}
