import type { Contact } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { ContactInput } from '../inputs/customer.ts';
import { type Fault, FactRefused } from '../refused.ts';
import { contactRows } from './contact-rows.ts';

/** Whether there is an e-mail address or a telephone number to try that could not be tried before. */
interface Corrected {
  email: boolean;
  phone: boolean;
}

export const NOTHING_CORRECTED: Corrected = { email: false, phone: false };

/**
 * Replaces the list of contacts: those with an id are kept, those without are new, the others are removed. Returns
 * whether an e-mail address or a telephone number is new, so that sending can be tried again.
 */
export async function replaceContacts(
  tx: Transaction,
  customer: { id: string; contacts: readonly Contact[] },
  contacts: readonly ContactInput[],
): Promise<Corrected> {
  const before = new Map(customer.contacts.map((contact) => [contact.id, contact]));
  const faults = contacts.flatMap(({ id }, index): Fault[] => {
    if (id === undefined || before.has(id)) return [];
    const detail = 'This customer has no contact with this id.';
    return [{ pointer: `/contacts/${String(index)}/id`, detail, fix: 'Leave the id of a new contact out.' }];
  });
  if (faults.length > 0) throw new FactRefused('invalid', 'unknown_contact', faults[0]!.detail, faults);
  const known = new Set(customer.contacts.flatMap(({ email, phone }) => [email, phone]));
  const rows = contactRows(customer.id, contacts).map((row) => {
    const was = before.get(row.id);
    return { ...row, emailProblem: was && was.email === row.email ? was.emailProblem : problemOf(row.email, before) };
  });
  await tx.contact.deleteMany({ where: { customerId: customer.id } });
  await tx.contact.createMany({ data: rows });
  return {
    email: rows.some(({ email, emailProblem }) => email !== null && emailProblem === null && !known.has(email)),
    phone: rows.some(({ phone }) => phone !== null && !known.has(phone)),
  };
}

/** An address that bounced keeps its problem when it moves to another contact. */
function problemOf(email: string | null, before: ReadonlyMap<string, Contact>): string | null {
  if (email === null) return null;
  return [...before.values()].find((contact) => contact.email === email)?.emailProblem ?? null;
}
