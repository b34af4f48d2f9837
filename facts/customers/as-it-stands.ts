import type { Customer } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import { fieldsChangedHere } from '../fields-changed-here.ts';
import type { CustomerInput } from '../inputs/customer.ts';
import { changedFields } from './changed-fields.ts';

/**
 * True when a customer that was corrected here is posted again as it is stored now: the source system was corrected
 * too. A field corrected here may be empty in the post; every other field must equal the stored one. A collector given
 * by a group is no correction.
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
    // A contact posted without an id takes the id of the stored contact at the same place.
    contacts: input.contacts.map((contact, at) => ({ ...contact, id: contact.id ?? contacts[at]?.id })),
  };
  const leftOut: ReadonlySet<string> = new Set(
    Object.entries(said).flatMap(([field, value]) => (isEmpty(value) ? field : [])),
  );
  return changedFields(stands, said).every((field) => leftOut.has(field) && changedHere.has(field));
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);
