import { contentHash } from '../content-hash.ts';
import type { LoadedAccount } from './load-content.ts';

/**
 * Where a mail goes: to whom a person chose, else to the contact for collection, else to the first contact that has an
 * address. An address that bounced or complained is nobody's until it is corrected.
 */
export function recipientsOf(account: LoadedAccount, chosen: readonly string[]): string[] {
  const broken = new Set(account.contacts.filter((contact) => contact.emailProblem).map((contact) => contact.email));
  if (chosen.length > 0) return chosen.filter((address) => !broken.has(address));
  const usable = account.contacts.filter((contact) => contact.email && !contact.emailProblem);
  const contact = usable.find((one) => one.recovery) ?? usable[0];
  return contact?.email ? [contact.email] : [];
}

/** A hash of everything about the customer that a message is addressed by: compared before every try. */
export function contactHashOf(account: LoadedAccount, recipients: readonly string[]): string {
  const { name, addressLines, postalCode, city, country, language, kind } = account;
  return contentHash({ name, addressLines, postalCode, city, country, language, kind, recipients });
}
