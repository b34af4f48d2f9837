import type { Locator, Page } from 'playwright-core';
import { visit } from '../visit.ts';
import { chooseIn, findIn } from './fields.ts';

/** The page of a scenario: its steps, and the cases that a new version would move. */
export class ScenarioScreen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(id: string): Promise<ScenarioScreen> {
    return new ScenarioScreen(await visit(`/scenarios/${id}`));
  }

  get moves(): Locator {
    return this.page.getByRole('region', { name: 'Ce que le changement déplace' });
  }

  step(position: number): Locator {
    return this.page
      .getByRole('region', { name: 'Étapes du scénario' })
      .getByRole('listitem')
      .nth(position - 1);
  }

  /** Opens a step if it is closed. */
  async edit(position: number): Promise<void> {
    await this.page.getByRole('button', { name: `Modifier l’étape ${position}` }).click();
  }

  /** Searches for a template by name, and chooses it. */
  async chooseTemplate(name: string, option: string): Promise<void> {
    await findIn(this.page, 'Modèle', name, option);
  }

  async choose(field: string, option: string): Promise<void> {
    await chooseIn(this.page, field, option);
  }
}
