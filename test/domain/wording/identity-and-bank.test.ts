import { describe, expect, it } from 'vitest';
import { companyIdentity } from '../../../domain/wording/company-identity.ts';
import type { CompanyContent } from '../../../domain/reminder-content.ts';

const company = {
  name: 'Diagnostics du Rhône',
  email: 'compta@diag.example',
  phone: '04 78 00 00 00',
  siret: '552 100 554 00013',
  addressLines: ['12 rue Garibaldi', 'Bâtiment B', 'BP 7', 'quatrième ligne'],
  postalCode: '69003',
  city: 'Lyon',
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
  it('never breaks the line', () => {
    expect(companyIdentity({ ...company, name: 'A\nB' })).not.toContain('\n');
  });
});
