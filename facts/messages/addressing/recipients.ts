import { isElectronicLetter } from '../../../domain/messages/connectors.ts';
import { mobileNumber } from '../../../domain/sms/mobile-number.ts';
import { CUSTOMER_HOLDS_IN_FORCE } from '../../case-facts.ts';
import { contentHash } from '../../content-hash.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import type { LoadedAccount } from '../drawing/load-content.ts';
import { namedContact } from './named-contact.ts';

/** What is needed of a customer to address a message. */
export type Addressee = Pick<
  LoadedAccount,
  'name' | 'addressLines' | 'postalCode' | 'city' | 'country' | 'language' | 'kind' | 'erasedAt' | 'contacts' | 'holds'
>;

/** The customer as a message is addressed, with the holds on all of the customer's invoices. Read before every try. */
export async function loadAddressee(db: Database | Transaction, customerId: string): Promise<Addressee> {
  return db.customer.findUniqueOrThrow({
    where: { id: customerId },
    include: { contacts: { orderBy: { position: 'asc' } }, holds: CUSTOMER_HOLDS_IN_FORCE },
  });
}

/**
 * Where a mail goes: to the addresses a person chose, else to the contact for collection, else to the first contact
 * with an address. An address that bounced or complained is not used until it is corrected. An erased customer has
 * none.
 */
export function recipientsOf(account: Pick<Addressee, 'contacts' | 'erasedAt'>, chosen: readonly string[]): string[] {
  if (account.erasedAt !== null) return [];
  const broken = new Set(account.contacts.filter((contact) => contact.emailProblem).map((contact) => contact.email));
  if (chosen.length > 0) return chosen.filter((address) => !broken.has(address));
  const usable = account.contacts.filter((contact) => contact.email && !contact.emailProblem);
  const contact = usable.find((one) => one.recovery) ?? usable[0];
  return contact?.email ? [contact.email] : [];
}

/**
 * The mobile number that a person chose, else that of the contact for collection, else of the first contact that has
 * one.
 */
function smsNumbersOf(account: Pick<Addressee, 'contacts' | 'erasedAt'>, chosen: readonly string[]): string[] {
  if (account.erasedAt !== null) return [];
  if (chosen.length > 0) return [...chosen];
  const numbers = [...account.contacts]
    .sort((a, b) => Number(b.recovery) - Number(a.recovery))
    .flatMap((contact) => mobileNumber(contact.phone) ?? []);
  return numbers.slice(0, 1);
}

/** The addresses of a message, by its channel; none for a letter on paper, which goes to the postal address. */
export function addressesOf(
  account: Pick<Addressee, 'contacts' | 'erasedAt'>,
  message: { kind: string; letterKind: string | null; viaPrintProvider: boolean },
  chosen: readonly string[],
): string[] {
  if (message.kind === 'email') return recipientsOf(account, chosen);
  if (message.kind === 'sms') return smsNumbersOf(account, chosen);
  return message.viaPrintProvider && isElectronicLetter(message.letterKind) ? recipientsOf(account, chosen) : [];
}

/**
 * A hash of everything by which a message is addressed (for a letter also the contact in its window), compared before
 * every try.
 */
export function contactHashOf(account: Addressee, recipients: readonly string[], channel: string): string {
  const { name, addressLines, postalCode, city, country, language, kind } = account;
  const attentionOf = channel === 'letter' ? namedContact(account.contacts)?.name : null;
  return contentHash({ name, addressLines, postalCode, city, country, language, kind, recipients, attentionOf });
}
