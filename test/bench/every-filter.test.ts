import { expect, it } from 'vitest';
import { invoiceFilters } from '../../api/invoices/invoice-filters.ts';
import { everyFilter } from '../../bench/lists/queries.ts';

const id = '01a22ab5-337b-7675-9dc2-07dadc4f8be1';
const INVOICE = { id, number: 'F-1', customer: { id, collector_id: id }, case_file: {}, scenario: { id } };

it('What is said of every filter of the invoices is measured under every filter', async () => {
  const asked = await everyFilter(() => Promise.resolve({ data: [INVOICE] }));
  const names = new Set(asked.flatMap(({ query }) => [...new URLSearchParams(query).keys()]));
  expect(Object.keys(invoiceFilters).filter((name) => !names.has(name))).toEqual([]);
});
