import { describe, expect, it } from 'vitest';
import { companyFoot, companyIdentity } from '../../../domain/wording/company-identity.ts';
import type { CompanyContent } from '../../../domain/reminder-content.ts';

const company = {
  name: 'Diagnostics du Rhône',
  email: 'compta@diag.example',
  phone: '04 78 00 00 00',
  siret: '552 100 554 00013',
  addressLines: ['12 rue Garibaldi', 'Bâtiment B', 'BP 7', 'quatrième ligne'],
  postalCode: '69003',
  city: 'Lyon',
  country: 'FR',
} as unknown as CompanyContent;

describe('Who writes', () => {
  it('is on one line: name, three lines of address, SIRET, telephone, address for mails', () => {
    expect(companyIdentity(company)).toBe(
      'Diagnostics du Rhône · 12 rue Garibaldi, Bâtiment B, BP 7, 69003 Lyon · SIRET 552 100 554 00013 · 04 78 00 00 00 · compta@diag.example',
    );
  });
  it('leaves out what is not known, without a trace of it', () => {
    const bare = { ...company, phone: '', siret: '', email: '', addressLines: ['12 rue Garibaldi', ''] };
    expect(companyIdentity(bare as CompanyContent)).toBe('Diagnostics du Rhône · 12 rue Garibaldi, 69003 Lyon');
  });
  it('says what the law wants on the letters of a company: form, capital, trade register, VAT number', () => {
    const legal = { form: 'SARL', capitalCents: 1_000_000, rcsCity: 'Lyon', vatNumber: 'FR12552100554' };
    const line = 'SARL au capital de 10 000 € · SIRET 552 100 554 00013 · RCS Lyon 552 100 554 · TVA FR12552100554';
    expect(companyIdentity({ ...company, legal }).replace(/[\u00a0\u202f]/g, ' ')).toContain(
      `69003 Lyon · ${line} · 04`,
    );
    const foot = companyFoot({ ...company, legal }).map((one) => one.replace(/[\u00a0\u202f]/g, ' '));
    expect(foot).toEqual(['Diagnostics du Rhône · 12 rue Garibaldi, Bâtiment B, BP 7, 69003 Lyon', line]);
    const cents = { ...legal, form: 'SAS en liquidation', capitalCents: 150_050, rcsCity: null, vatNumber: null };
    expect(companyIdentity({ ...company, siret: null, legal: cents })).toMatch(
      /SAS en liquidation au capital de 1\s500,50\s€ ·/,
    );
  });
  it('has « EI » right behind the name of a sole trader, once', () => {
    const legal = { form: 'EI', capitalCents: null, rcsCity: null, vatNumber: null };
    const said = (name: string) => companyFoot({ ...company, name, legal, siret: null })[0]!.split(' · ');
    expect(said('Jean Dupont')[0]).toBe('Jean Dupont EI');
    expect(said('EI Jean Dupont')[0]).toBe('EI Jean Dupont');
    expect(said('Jean Dupont')).toHaveLength(2);
  });
  it('never breaks the line', () => {
    expect(companyIdentity({ ...company, name: 'A\nB' })).not.toContain('\n');
  });
});
