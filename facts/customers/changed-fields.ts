import type { Contact, Customer } from '../../prisma/generated/client.ts';
import { contentHash } from '../content-hash.ts';
import type { CustomerChange } from '../inputs/customer.ts';

/** The fields of a change, by their JSON names, whose value differs from the stored one. */
export function changedFields(customer: Customer & { contacts: Contact[] }, input: CustomerChange): string[] {
  const stored: Required<CustomerChange> = {
    name: customer.name,
    kind: customer.kind,
    language: customer.language as 'fr' | 'en',
    address: {
      lines: customer.addressLines,
      postal_code: customer.postalCode,
      city: customer.city,
      country: customer.country,
    },
    contacts: customer.contacts.map(({ id, name, email, phone, recovery }) => ({ id, name, email, phone, recovery })),
    tags: customer.tags,
    collector_id: customer.collectorId,
    scenario_id: customer.scenarioId,
  };
  const given = input.address ? { ...input, address: { ...stored.address, ...input.address } } : input;
  return (Object.keys(given) as (keyof CustomerChange)[]).filter(
    (field) => given[field] !== undefined && contentHash([given[field]]) !== contentHash([stored[field]]),
  );
}
