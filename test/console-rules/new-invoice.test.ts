import { expect, it } from 'vitest';
import { blankInvoice, bodyOf, inCurrency, isComplete } from '../../console/pages/customer/new-invoice.ts';

const typed = {
  ...blankInvoice('2026-11-23', 'EUR'),
  ...{ number: ' F-12 ', dueOn: '2026-12-23', totalCents: 120_00, reference: 'D-7' },
};

it('an invoice needs its number, its days and its amount; one that was reminded elsewhere, the day of it too', () => {
  expect(isComplete(typed)).toBe(true);
  for (const lacking of [{ number: ' ' }, { issuedOn: null }, { dueOn: null }, { totalCents: 0 }])
    expect([lacking, isComplete({ ...typed, ...lacking })]).toEqual([lacking, false]);
  expect(isComplete({ ...typed, level: 2, levelOn: null })).toBe(false);
  expect(isComplete({ ...typed, kind: 'credit_note', dueOn: null })).toBe(true);
});

it('an amount stays as it reads when its currency is typed after it, whatever decimals that has', () => {
  expect(inCurrency(typed, 'JPY')).toEqual({ currency: 'JPY', totalCents: 120 });
  expect(inCurrency(typed, 'TND')).toEqual({ currency: 'TND', totalCents: 120_000 });
  expect(inCurrency({ ...typed, ...inCurrency(typed, 'JP') }, 'USD').totalCents).toBe(120_00);
  expect(inCurrency({ ...typed, totalCents: null }, 'JPY').totalCents).toBeNull();
});

it('says where its reminders begin, and which file it belongs to', () => {
  expect(bodyOf({ ...typed, level: 2, levelOn: '2026-11-02', referrerId: 'r' }, 'C-1')).toMatchObject({
    number: 'F-12',
    customer_reference: 'C-1',
    kind: 'invoice',
    issued_on: '2026-11-23',
    due_on: '2026-12-23',
    total_cents: 120_00,
    initial_level: 2,
    initial_level_on: '2026-11-02',
    case_file: { reference: 'D-7', referrer_id: 'r' },
  });
  expect(bodyOf(typed, 'C-1')).not.toHaveProperty('initial_level');
});

it('a credit note has no ladder, whatever was typed before it became one', () => {
  const body = bodyOf({ ...typed, kind: 'credit_note', level: 2, scenarioId: 's', appliesTo: 'F-1' }, 'C-1');
  expect(body).toMatchObject({ kind: 'credit_note', applies_to: 'F-1' });
  for (const field of ['due_on', 'scenario_id', 'initial_level', 'initial_level_on'])
    expect(body).not.toHaveProperty(field);
});
