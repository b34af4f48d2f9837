import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../domain/calendar/working-days.ts';
import { addDays } from '../../prisma/demo-data/days.ts';
import type { DemoFact, DemoPortfolio } from '../../prisma/demo-data/demo-types.ts';
import { demoPortfolio } from '../../prisma/demo-data/portfolio.ts';

const madeOn = (on: string) => demoPortfolio({ on, isWorkingDay: (day) => isWorkingDay(day, 'metropole') });
const made = new Map<string, DemoPortfolio>();
/** Made once for each day, and used by many tests. */
function portfolioOf(on: string): DemoPortfolio {
  const portfolio = made.get(on) ?? madeOn(on);
  made.set(on, portfolio);
  return portfolio;
}
const factsOf = ({ customers }: DemoPortfolio): DemoFact[] => customers.flatMap(({ facts }) => facts);
const invoicesOf = (portfolio: DemoPortfolio) =>
  factsOf(portfolio).filter((fact) => fact.kind === 'invoice' && fact.input.kind === 'invoice') as (DemoFact & {
    kind: 'invoice';
  })[];

/** Every ninth day for two years: weekends, bridges, the turn of the year and leap days among them. */
const MANY_DAYS = Array.from({ length: 82 }, (_, index) => addDays('2026-11-22', index * 9));

describe('the demonstration portfolio', () => {
  it('is the same again on the same day', () => {
    expect(JSON.stringify(madeOn('2026-11-22'))).toBe(JSON.stringify(madeOn('2026-11-22')));
  });

  it('is dated relative to today: another day, other dates, the same customers', () => {
    const [one, other] = [portfolioOf('2026-11-22'), portfolioOf('2027-05-14')];
    expect(other.customers.map(({ input }) => input.name)).toEqual(one.customers.map(({ input }) => input.name));
    expect(invoicesOf(other).map(({ input }) => input.issued_on)).not.toEqual(
      invoicesOf(one).map(({ input }) => input.issued_on),
    );
  });

  it('has 60 customers of three kinds and 250 invoices, a third of them by hand', () => {
    const portfolio = portfolioOf('2026-11-22');
    const kinds = portfolio.customers.map(({ input }) => input.kind);
    expect(kinds).toHaveLength(60);
    expect(new Set(kinds)).toEqual(new Set(['consumer', 'professional', 'public']));
    const invoices = invoicesOf(portfolio);
    expect(invoices).toHaveLength(250);
    expect(new Set(invoices.map(({ input }) => input.number)).size).toBe(250);
    expect(invoices.filter(({ byHand }) => byHand).length).toBe(83);
  });

  it('has customers without an e-mail address, some who read English, some of nobody’s', () => {
    const { customers } = portfolioOf('2026-11-22');
    const without = customers.filter(({ input }) => input.contacts.every(({ email }) => email === null));
    expect(without.length).toBeGreaterThanOrEqual(3);
    expect(without.length).toBeLessThanOrEqual(8);
    expect(customers.filter(({ input }) => input.language === 'en').length).toBeGreaterThanOrEqual(3);
    expect(customers.filter(({ collector }) => collector === null).length).toBeGreaterThanOrEqual(1);
  });
});

describe('whatever day it is made on, the portfolio', () => {
  it.each(MANY_DAYS)('of %s holds nothing that has not happened yet, and happens in order', (on) => {
    const { customers } = portfolioOf(on);
    for (const { facts } of customers) {
      const moments = facts.map(({ at }) => `${at.on} ${String(at.minute).padStart(4, '0')}`);
      expect(moments).toEqual([...moments].sort());
    }
    const all = customers.flatMap(({ facts }) => facts);
    expect(all.filter(({ at }) => at.on > on || at.minute >= 24 * 60)).toEqual([]);
  });

  it.each(MANY_DAYS)('of %s tells of an invoice only after it came', (on) => {
    for (const { facts } of portfolioOf(on).customers) {
      const known = new Set<string>();
      const early = facts.filter((fact) => {
        if (fact.kind === 'invoice') known.add(fact.input.number);
        return numbersIn(fact).some((number) => !known.has(number));
      });
      expect(early).toEqual([]);
    }
  });

  it.each(MANY_DAYS)('of %s has statements and a run about invoices that were there, before today', (on) => {
    const portfolio = portfolioOf(on);
    const cameOn = new Map(invoicesOf(portfolio).map(({ at, input }) => [input.number, at.on]));
    const kinds = portfolio.together.map(({ kind }) => kind);
    expect([kinds.filter((kind) => kind === 'statement').length, kinds.includes('run')]).toEqual([6, true]);
    for (const { at, numbers } of portfolio.together) {
      expect(at.on < on).toBe(true);
      expect(numbers.filter((number) => (cameOn.get(number) ?? on) >= at.on)).toEqual([]);
      expect(numbers.length).toBeGreaterThan(0);
    }
  });

  it.each(MANY_DAYS)('of %s asks for nothing that the API would refuse', (on) => {
    const portfolio = portfolioOf(on);
    const odd = invoicesOf(portfolio).filter(({ at, input }) => {
      const { due_on = '', issued_on, initial_level_on = issued_on } = input;
      return due_on < issued_on || issued_on > at.on || initial_level_on > at.on;
    });
    expect(odd).toEqual([]);
    const past = factsOf(portfolio).filter((fact) => {
      if (fact.kind === 'promise') return fact.input.promised_on < fact.at.on;
      return fact.kind === 'pause' && fact.input.until_on !== null && fact.input.until_on < on;
    });
    expect(past).toEqual([]);
  });
});

function numbersIn(fact: DemoFact): string[] {
  if (fact.kind === 'payment') return fact.input.allocations.map(({ invoice_number }) => invoice_number);
  if (fact.kind === 'specific_action') return fact.numbers;
  return 'number' in fact ? [fact.number] : [];
}
