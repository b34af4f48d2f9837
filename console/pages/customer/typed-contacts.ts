import type { Schema } from '../../api/client.ts';

type Contact = Schema<'Customer'>['contacts'][number];

export interface TypedContact {
  key: string;
  name: string;
  email: string;
  phone: string;
  recovery: boolean;
}

/** The contacts as they are typed, each by its key: the id, or that of a new one; null is taken out. */
export type TypedContacts = Record<string, TypedContact | null>;

/** What the form begins with: whoever is there, or a line to begin with. */
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

/** Typed contacts as the API takes them: the whole list. Whom nobody has stored, or somebody has taken out meanwhile, is new. */
export const contactsBody = (stored: TypedContacts, typed: TypedContacts) =>
  listedContacts(typed).map(({ key, name, email, phone, recovery }) => ({
    ...(key !== 'first' && stored[key] ? { id: key } : {}),
    name: name.trim(),
    email: email.trim() || null,
    phone: phone.trim() || null,
    recovery,
  }));
