import { describe, expect, it } from 'vitest';
import * as page from '../../console/pages/imports/legal-term.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { dueTooLate, dueTooLateText, latestDueOn } from '../../domain/interest/payment-term.ts';
import { plain } from '../domain/plain.ts';

describe('The latest due date between professionals', () => {
  it.each([
    // The three legal terms: sixty days; forty-five days and then the end of the month; the end of the month and then forty-five days.
    ['2026-01-01', '2026-03-17'],
    ['2026-01-31', '2026-04-01'],
    ['2026-02-14', '2026-04-15'],
    ['2026-04-16', '2026-06-15'],
    ['2026-07-17', '2026-09-15'],
    ['2026-12-20', '2027-02-28'],
  ])('of an invoice of %s is %s', (issuedOn, latestOn) => expect(latestDueOn(issuedOn)).toBe(latestOn));

  it('is the same on the import page', () => {
    for (let day = 0; day < 800; day += 1) {
      const on = addDays('2026-01-01', day);
      expect(page.latestDueOn(on)).toBe(latestDueOn(on));
    }
  });

  it('is passed by a professional’s invoice alone, and from the day after on', () => {
    const of = { debtor: 'professional', kind: 'invoice', issuedOn: '2026-01-01', dueOn: '2026-03-18' } as const;
    expect(dueTooLate(of)).toBe('2026-03-17');
    expect(dueTooLate({ ...of, dueOn: '2026-03-17' })).toBeNull();
    for (const other of [
      { debtor: 'consumer' },
      { debtor: 'public' },
      { kind: 'credit_note' },
      { dueOn: null },
    ] as const)
      expect(dueTooLate({ ...of, ...other })).toBeNull();
  });

  it('is named in a sentence for who works the case', () => {
    expect(plain(dueTooLateText('2026-03-17', 'fr'))).toBe(
      'Échéance au-delà du maximum légal entre professionnels, le 17 mars 2026 (C. com. L441-10) : à vérifier.',
    );
    expect(plain(dueTooLateText('2026-03-17', 'en'))).toMatch(/^Due beyond .* between professionals, 17 March 2026 /);
  });
});

describe('The import page', () => {
  it('names the lines that are due later than that, and none that it cannot read', () => {
    const mapping = { kind: 'invoices', columns: ['due_on', 'number', 'issued_on'], unit: 'cents' } as const;
    const row = (line: number, ...texts: string[]) => ({
      ...{ line, currency: 'EUR' },
      cells: texts.map((text) => ({ text, isFaulty: false })),
    });
    const rows = [
      row(2, '2026-03-18', 'F-1', '2026-01-01'),
      row(3, '2026-03-17', 'F-2', '2026-01-01'),
      row(4, 'demain', 'F-3', '2026-01-01'),
      row(5, '2028-03-17', 'F-4', ''),
      row(6, '2028-01-31', 'F-5', '2026-01-31'),
    ];
    expect(page.dueTooLate(mapping, rows)).toEqual([2, 6]);
    const kinds = { ...mapping, columns: [...mapping.columns, 'kind'] };
    const credit = row(7, '2026-03-18', 'A-1', '2026-01-01', 'credit_note');
    expect(page.dueTooLate(kinds, [credit, row(8, '2026-03-18', 'F-6', '2026-01-01', 'invoice')])).toEqual([8]);
    expect(page.dueTooLate({ ...mapping, kind: 'payments' }, rows)).toEqual([]);
  });
});
