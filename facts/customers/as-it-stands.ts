import type { Customer } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { fieldsChangedHere } from '../fields-changed-here.ts';
import type { CustomerInput } from '../inputs/customer.ts';
import { changedFields } from './changed-fields.ts';

/**
 * Whether a customer who was corrected here is posted as he stands by now: corrected where he comes from as well. What was corrected here may
 * be left out; all else is as it was posted first. A group's collector is no correction.
 */
export async function isAsItStands(
  tx: Transaction,
  known: Customer,
  { reference: _, ...input }: CustomerInput,
): Promise<boolean> {
  const { id: customerId, collectorOfGroup } = known;
  const changedHere = await fieldsChangedHere(tx, { customerId, invoiceId: null });
  if (changedHere.size === 0) return false;
  const contacts = await tx.contact.findMany({ where: { customerId }, orderBy: { position: 'asc' } });
  const stands = { ...known, contacts, ...(collectorOfGroup ? { collectorId: null } : {}) };
  const said = {
    ...input,
    collector_id: input.collector_id ?? null,
    scenario_id: input.scenario_id ?? null,
    // One that is posted without an id has that of the contact in its place.
    contacts: input.contacts.map((contact, at) => ({ ...contact, id: contact.id ?? contacts[at]?.id })),
  };
  const leftOut: ReadonlySet<string> = new Set(
    Object.entries(said).flatMap(([field, value]) => (isEmpty(value) ? field : [])),
  );
  return changedFields(stands, said).every((field) => leftOut.has(field) && changedHere.has(field));
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
