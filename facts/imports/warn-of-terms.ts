import { dueTooLate } from '../../domain/interest/payment-term.ts';
import type { Database } from '../../prisma/client.ts';
import { readInvoice } from './record-inputs.ts';
import type { Refusal } from './store-unit.ts';
import type { ImportUnit } from './units.ts';

/** Warns, by line, of stored invoices due later than the law allows between professionals. None is refused for it. */
export async function warnOfTerms(db: Database, units: readonly ImportUnit[]): Promise<Refusal[]> {
  const late = units.flatMap(({ records: [record] }) => {
    const input = record?.unreadable === null ? readInvoice(record).input : null;
    if (!record || !input) return [];
    const { kind, issued_on: issuedOn, due_on: dueOn = null, customer_reference: reference } = input;
    const latestOn = dueTooLate({ debtor: 'professional', kind, issuedOn, dueOn });
    return latestOn === null ? [] : [{ line: record.line, reference, latestOn }];
  });
  if (late.length === 0) return [];
  const professionals = await db.customer.findMany({
    where: { reference: { in: late.map(({ reference }) => reference) }, kind: 'professional' },
    select: { reference: true },
  });
  const known = new Set(professionals.map(({ reference }) => reference));
  return late
    .filter(({ reference }) => known.has(reference))
    .map(({ line, latestOn }) => ({
      line,
      code: 'due_beyond_legal_term',
      detail: `The law allows no due date after ${latestOn} between professionals (C. com. L441-10).`,
    }));
}
