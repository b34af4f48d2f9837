import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHeader, readRecords } from '../../facts/imports/read-file.ts';
import { readCustomer, readInvoice, readPayment } from '../../facts/imports/record-inputs.ts';
import { toUnits } from '../../facts/imports/units.ts';
import { FICTION_PHONE, isExampleEmail } from './identifiers.ts';

const FILES = { customers: 'clients', invoices: 'factures', payments: 'paiements' } as const;

function recordsOf(kind: keyof typeof FILES) {
  const bytes = readFileSync(new URL(`../../examples/${FILES[kind]}.csv`, import.meta.url));
  expect(readHeader(kind, bytes).delimiter).toBe(';');
  return readRecords(kind, bytes);
}

describe('the example files', () => {
  const customers = recordsOf('customers').map(readCustomer);
  const invoices = recordsOf('invoices').map(readInvoice);
  const payments = toUnits('payments', recordsOf('payments')).map(({ records }) => readPayment(records));

  it('are read without a fault', () => {
    expect([...customers, ...invoices, ...payments].flatMap(({ fault }) => fault ?? [])).toEqual([]);
    expect([customers.length, invoices.length, payments.length]).toEqual([14, 33, 12]);
  });

  it('name only customers and invoices that they bring along', () => {
    const references = new Set(customers.map(({ input }) => input?.reference));
    const numbers = new Map(invoices.map(({ input }) => [input?.number, input?.customer_reference]));
    for (const { input } of invoices) expect(references.has(input?.customer_reference)).toBe(true);
    for (const { input } of payments) {
      expect(references.has(input?.customer_reference ?? '')).toBe(true);
      for (const { invoice_number } of input?.allocations ?? [])
        expect(numbers.get(invoice_number)).toBe(input?.customer_reference);
    }
  });

  it('hold nothing that lies after they were written, and levels reached after the due date only', () => {
    for (const { input } of invoices) {
      expect((input?.issued_on ?? '9') <= '2026-11-22').toBe(true);
      if (input?.initial_level_on) expect(input.initial_level_on > (input.due_on ?? '')).toBe(true);
    }
  });

  it('name nobody real', () => {
    for (const { email, phone } of customers.flatMap(({ input }) => input?.contacts ?? [])) {
      expect(phone).toMatch(FICTION_PHONE);
      if (email) expect(isExampleEmail(email), email).toBe(true);
    }
  });
});
