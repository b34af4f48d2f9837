import type { Locator, Page } from 'playwright-core';
import { unique } from '../../e2e/business.ts';
import { company, visit } from '../visit.ts';

/** Creates a third party who gets statements, with a postal address and a mailbox. */
export async function thirdParty(name: string): Promise<{ id: string; name: string; email: string }> {
  const email = `${unique('etat')}@tiers.example`.toLowerCase();
  const address = { lines: ['3 place du Palais'], postal_code: '33000', city: 'Bordeaux', country: 'FR' };
  const named = unique(name);
  const { id } = await company().do('POST', '/third-parties', { name: named, email, address });
  return { id, name: named, email };
}

/** The page of a referrer or notary: unpaid files to tick, and below them what was sent before. */
export class ThirdPartyScreen {
  readonly page: Page;
  readonly files: Locator;
  readonly statements: Locator;

  constructor(page: Page) {
    this.page = page;
    this.files = page.getByRole('table', { name: 'Dossiers impayés à cocher' });
    this.statements = page.getByRole('table', { name: 'États déjà envoyés' });
  }

  static async open(id: string): Promise<ThirdPartyScreen> {
    return new ThirdPartyScreen(await visit(`/tiers/${id}`, { role: 'collector' }));
  }

  file(number: string): Locator {
    return this.files.getByRole('row').filter({ hasText: number });
  }

  /** Ticks one file and confirms the dialog that says what will leave. */
  async prepare(number: string): Promise<Locator> {
    await this.file(number).getByRole('checkbox').check();
    await this.page.getByRole('button', { name: 'Envoyer l’état d’impayés' }).click();
    return this.page.getByRole('dialog', { name: /^État d’impayés pour/ });
  }
}
