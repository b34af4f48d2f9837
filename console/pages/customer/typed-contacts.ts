import type { Schema } from '../../api/client.ts';

type Contact = Schema<'Customer'>['contacts'][number];

export interface TypedContact {
  key: string;
  name: string;
  email: string;
  phone: string;
  recovery: boolean;
}

/** The contacts as typed, by key: the id, or a generated key for a new one. Null for a removed contact. */
export type TypedContacts = Record<string, TypedContact | null>;

/** The initial values of the form: the stored contacts, or one empty line. */
export function typedContacts(contacts: readonly Contact[]): TypedContacts {
  const typed = contacts.map(({ id, name, email, phone, recovery }): [string, TypedContact] => [
    id,
    { key: id, name, email: email ?? '', phone: phone ?? '', recovery },
  ]);
  return typed.length > 0 ? Object.fromEntries(typed) : { first: blankContact('first', true) };
}

export const blankContact = (key: string, recovery: boolean): TypedContact => ({
  key,
  name: '',
  email: '',
  phone: '',
  recovery,
});

export const listedContacts = (typed: TypedContacts): TypedContact[] =>
  Object.values(typed).filter((contact) => contact !== null);

/**
 * Converts typed contacts to the body of the API, the whole list. A contact that is not stored, or was removed
 * meanwhile, is sent without an id and so created.
 */
export const contactsBody = (stored: TypedContacts, typed: TypedContacts) =>
  listedContacts(typed).map(({ key, name, email, phone, recovery }) => ({
    ...(key !== 'first' && stored[key] ? { id: key } : {}),
    name: name.trim(),
    email: email.trim() || null,
    phone: phone.trim() || null,
    recovery,
  }));
