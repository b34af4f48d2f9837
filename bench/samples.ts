import type { BenchStack } from './bench-stack.ts';

const DAY_MS = 86_400_000;
let serial = 0;

/** A local date `YYYY-MM-DD`, this many days from today. */
export const dayFromToday = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Stores this many customers, eight at a time; returns their references. */
export async function storeCustomers({ call }: BenchStack, count: number): Promise<string[]> {
  const references = Array.from({ length: count }, () => `B-${(serial += 1)}`);
  await abreast(8, references, (reference) =>
    call('POST', '/customers', {
      reference,
      name: 'Menuiserie Lagarde',
      kind: 'professional',
      address: { lines: ['4 rue des Lilas'], postal_code: '69003', city: 'Lyon', country: 'FR' },
      contacts: [{ name: 'Anne Lagarde', email: `${reference.toLowerCase()}@lagarde.example`, recovery: true }],
    }),
  );
  return references;
}

/** An invoice of today, due today, of €120. */
export const invoiceOf = (reference: string, more: Record<string, unknown> = {}) => ({
  number: `F-${(serial += 1)}`,
  customer_reference: reference,
  issued_on: dayFromToday(0),
  due_on: dayFromToday(0),
  total_cents: 120_00,
  currency: 'EUR',
  ...more,
});

const COLUMNS = ['number', 'customer_reference', 'issued_on', 'due_on', 'total_cents', 'currency'] as const;

/** This many invoices as a file to import, spread over the customers. */
export function csvOfInvoices(references: readonly string[], count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const invoice = invoiceOf(references[index % references.length]!);
    return COLUMNS.map((column) => String(invoice[column])).join(',');
  });
  return [COLUMNS.join(','), ...rows].join('\n');
}

/** A payment of the whole amount of an invoice made by `invoiceOf`. */
export const paymentOf = (invoiceNumber: string) => ({
  external_id: `P-${(serial += 1)}`,
  amount_cents: 120_00,
  currency: 'EUR',
  paid_on: dayFromToday(0),
  allocations: [{ invoice_number: invoiceNumber, amount_cents: 120_00 }],
});

/** Does `work` for each item, with a fixed number at the same time. */
export async function abreast<Item, Result>(
  lanes: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.map((item, index) => ({ item, index }));
  const lane = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next.index] = await work(next.item, next.index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
