import type { Locator, Page } from 'playwright-core';
import type { CaseFile } from '../../e2e/case-file.ts';
import { visit } from '../visit.ts';

type Counter = 'Tous' | 'R1' | 'R2' | 'R3' | 'Relances épuisées' | 'Contentieux' | 'À confirmer' | 'Anomalies';

/** The work list as a collector sees it. */
export class WorkList {
  readonly page: Page;
  readonly table: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('table', { name: 'Dossiers à relancer' });
  }

  counter(name: Counter): Locator {
    return this.page.getByRole('group', { name: /^Compteurs/ }).getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** The row of the invoice with this number. */
  row(number: string): Locator {
    return this.table.getByRole('row').filter({ hasText: number });
  }

  /** The cell of an invoice's row under this column header. */
  async cell(number: string, head: string): Promise<Locator> {
    const heads = await this.table.getByRole('columnheader').allTextContents();
    return this.row(number).getByRole('cell').nth(heads.indexOf(head));
  }

  /** Chooses a counter. The ticks are cleared when its list arrives, so this waits for it. */
  async choose(name: Counter): Promise<void> {
    await this.counter(name).click();
    await this.counter(name).and(this.page.locator('[aria-pressed=true]')).waitFor();
  }

  async tick(number: string): Promise<void> {
    await this.row(number).getByRole('checkbox').check();
  }

  /** Puts the invoice in litigation from its row. */
  async putInLitigation(number: string, reason: string): Promise<void> {
    await this.row(number)
      .getByRole('button', { name: `Mettre ${number} au contentieux` })
      .click();
    const dialog = this.page.getByRole('dialog', { name: 'Mettre au contentieux' });
    await dialog.getByLabel('Motif').fill(reason);
    await dialog.getByRole('button', { name: `Mettre ${number} au contentieux` }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** The work list of a collector, filtered to this case. `query` is added to the address. */
export async function workListOf(debt: CaseFile, query = ''): Promise<WorkList> {
  const list = new WorkList(await visit(`/relances?q=${debt.number}${query}`, { role: 'collector' }));
  await list.row(debt.number).waitFor();
  return list;
}
