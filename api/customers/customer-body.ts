import { readDefaultScenarios, scenarioInForce } from '../../facts/customers/scenario-in-force.ts';
import { type CustomerRow, readBalances, readCustomers, readUnallocated } from '../../facts/customers/customer-view.ts';
import { erasureOf } from '../../facts/customers/erase-customer.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { EndpointRequest } from '../frame/endpoint.ts';
import { notHere } from '../frame/problem.ts';
import { type Reading, readingOf } from '../invoices/reading.ts';

/** Customers as the API shows them, with what they owe in the currency asked for, otherwise in the creditor's. */
export async function customerBodies(request: EndpointRequest, rows: readonly CustomerRow[]) {
  const reading = readingOf(request);
  const { db } = request.context;
  const ids = rows.map(({ id }) => id);
  const [balances, free] = [await readBalances(db, ids, reading), await readUnallocated(db, ids, reading.currency)];
  const defaults = await readDefaultScenarios(db);
  return rows.map((row) => {
    const owed = balances.get(row.id) ?? { balanceCents: 0, overdueCents: 0 };
    const body = customerBody(row, reading, { ...owed, unallocatedCents: free.get(row.id) ?? 0 });
    return { ...body, scenario_in_force: scenarioInForce(row, defaults) };
  });
}

/** A customer by its id; 404 when there is none. */
export async function readCustomerBody(request: EndpointRequest, id: string) {
  const rows = await readCustomers(request.context.db, { where: { id }, take: 1 });
  const [body] = await customerBodies(request, rows);
  if (!body) throw notHere();
  return body;
}

function erasureBody(row: CustomerRow) {
  const erasure = erasureOf(row);
  return erasure && { erased_at: erasure.at.toISOString(), erased_by: erasure.by, reason: erasure.reason };
}

function customerBody(
  row: CustomerRow,
  { at, currency }: Reading,
  {
    balanceCents,
    overdueCents,
    unallocatedCents,
  }: Record<'balanceCents' | 'overdueCents' | 'unallocatedCents', number>,
) {
  const hold = row.holds.find(({ endsAt }) => endsAt === null || endsAt > at);
  return {
    id: row.id,
    reference: row.reference,
    name: row.name,
    kind: row.kind,
    language: row.language as 'fr' | 'en',
    address: { lines: row.addressLines, postal_code: row.postalCode, city: row.city, country: row.country },
    contacts: row.contacts.map(({ id, name, email, phone, recovery, emailProblem }) => ({
      id,
      name,
      email,
      phone,
      recovery,
      email_problem: emailProblem,
    })),
    tags: row.tags,
    collector_id: row.collectorId,
    scenario_id: row.scenarioId,
    scenario: row.scenario,
    group: row.group && { id: row.group.id, name: row.group.name },
    currency,
    balance_cents: balanceCents,
    overdue_cents: overdueCents,
    unallocated_cents: unallocatedCents,
    hold: hold
      ? {
          id: hold.id,
          kind: hold.kind,
          reason: hold.reason,
          cause: hold.cause,
          since_on: hold.sinceOn ? fromDateColumn(hold.sinceOn) : null,
          since_at: hold.sinceAt.toISOString(),
          until_on: hold.untilOn ? fromDateColumn(hold.untilOn) : null,
        }
      : null,
    erasure: erasureBody(row),
    version: row.version,
    created_at: row.createdAt.toISOString(),
  };
}
