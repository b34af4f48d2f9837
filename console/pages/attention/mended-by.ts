import type { Schema } from '../../api/client.ts';

type Contact = Pick<Schema<'Customer'>['contacts'][number], 'email' | 'email_problem'>;

/** What can be corrected on a customer. */
export type Remedy = 'address' | 'email' | 'phone';

/**
 * As on the server (facts/customers/change-customer.ts). A code that is missing here is not fixed by correcting the
 * customer.
 */
const MENDED_BY: Record<string, Remedy> = {
  no_address: 'address',
  unprintable_address: 'address',
  undeliverable_letter: 'address',
  letter_rejected: 'address',
  no_phone: 'phone',
  sms_failed: 'phone',
  hard_bounce: 'email',
  complaint: 'email',
  no_recipient: 'email',
  sending_failed: 'email',
  // Codes of providers that refused an e-mail because of its address.
  validation_error: 'email',
  invalid_address: 'email',
  http_400: 'email',
  http_422: 'email',
};

/** What fixes the cause that stopped a case. An electronic letter that came back marks the contact it was sent to. */
export function remediesFor(code: string | null, contacts: readonly Contact[]): Remedy[] {
  const remedy = code === null ? undefined : MENDED_BY[code];
  const isMarkedByLetter = contacts.some(({ email_problem }) => email_problem === 'undeliverable_letter');
  return [
    ...(remedy ? [remedy] : []),
    ...(code === 'undeliverable_letter' && isMarkedByLetter ? ['email' as const] : []),
  ];
}

/** The contacts whose e-mail address needs correcting: a refused or missing one, or any contact when none is wrong. */
export function addresseesToMend<One extends Contact>(contacts: readonly One[]): readonly One[] {
  const wrong = contacts.filter(({ email, email_problem }) => email_problem !== null || !email);
  return wrong.length > 0 ? wrong : contacts;
}
