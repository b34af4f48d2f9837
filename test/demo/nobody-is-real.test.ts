import { describe, expect, it } from 'vitest';
import { isIban } from '../../domain/format/iban.ts';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { settingsChange } from '../../facts/inputs/settings.ts';
import { customerInput } from '../../facts/inputs/customer.ts';
import { DEMO_COMPANY } from '../../prisma/demo-data/creditor.ts';
import { demoPortfolio } from '../../prisma/demo-data/portfolio.ts';
import { FICTION_PHONE, isExampleEmail, passesLuhn } from './identifiers.ts';

const portfolio = demoPortfolio({ on: '2026-11-22', isWorkingDay: (on) => isWorkingDay(on, 'metropole') });

describe('the demonstration’s creditor', () => {
  it('has a SIRET, an IBAN and a BIC that pass their checks and are nobody’s', () => {
    expect(DEMO_COMPANY.companySiret).toMatch(/^999999\d{8}$/);
    expect(passesLuhn(DEMO_COMPANY.companySiret)).toBe(true);
    expect(passesLuhn(DEMO_COMPANY.companySiret.slice(0, 9))).toBe(true);
    expect(isIban(DEMO_COMPANY.iban)).toBe(true);
    expect(DEMO_COMPANY.iban.slice(4, 9)).toBe('99999');
    expect(DEMO_COMPANY.bic[7]).toBe('0');
  });

  it('would be refused with one digit wrong', () => {
    expect(passesLuhn('99999901400016')).toBe(false);
    expect(isIban('FR7799999000010123456789012')).toBe(false);
  });

  it('could have been entered through the API', () => {
    const { iban, bic, companySiret, companyEmail, companyPhone, companyName } = DEMO_COMPANY;
    const company = { name: companyName, email: companyEmail, phone: companyPhone, siret: companySiret };
    expect(settingsChange.safeParse({ company, iban, bic }).success).toBe(true);
  });
});

describe('nobody in the portfolio', () => {
  const contacts = portfolio.customers.flatMap(({ input }) => input.contacts);

  it('has a telephone number that rings', () => {
    const phones = [DEMO_COMPANY.companyPhone, ...[...contacts, ...portfolio.users].map(({ phone }) => phone)];
    for (const phone of phones) expect(phone).toMatch(FICTION_PHONE);
  });

  it('has an address that a mail could reach', () => {
    const people = [...contacts, ...portfolio.users, ...portfolio.thirdParties];
    const emails = [DEMO_COMPANY.companyEmail, ...people.flatMap(({ email }) => email ?? [])];
    expect(emails.length).toBeGreaterThan(80);
    for (const email of emails) expect(isExampleEmail(email), email).toBe(true);
  });

  it('would be refused by the API', () => {
    for (const { input } of portfolio.customers) expect(customerInput.safeParse(input).error).toBeUndefined();
  });
});
