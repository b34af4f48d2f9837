import { v7 as uuidv7 } from 'uuid';
import type { ContactInput } from '../inputs/customer.ts';

/** Contacts as rows, in the order given; those without an id get a new one. */
export function contactRows(customerId: string, contacts: readonly ContactInput[]) {
  return contacts.map((contact, position) => ({
    id: contact.id ?? uuidv7(),
    customerId,
    position,
    name: contact.name,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    recovery: contact.recovery,
  }));
}
