import type { Schema } from '../../api/client.ts';

type Contact = Pick<Schema<'Customer'>['contacts'][number], 'email' | 'email_problem'>;

/** What can be corrected of a customer. */
export type Remedy = 'address' | 'email' | 'phone';

/** As the server takes it (facts/customers/change-customer.ts); what is not here no correction of the customer mends. */
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
  // Why a provider took no mail, in its own words, when it is for the address.
  validation_error: 'email',
  invalid_address: 'email',
  http_400: 'email',
  http_422: 'email',
};

/** What mends what stopped a case. An electronic letter that came back marks the contact it went to. */
export function remediesFor(code: string | null, contacts: readonly Contact[]): Remedy[] {
  const remedy = code === null ? undefined : MENDED_BY[code];
  const isMarkedByLetter = contacts.some(({ email_problem }) => email_problem === 'undeliverable_letter');
  return [
    ...(remedy ? [remedy] : []),
    ...(code === 'undeliverable_letter' && isMarkedByLetter ? ['email' as const] : []),
  ];
}

/** Whose e-mail address is to be corrected: where it is refused or missing, or any when none is. */
export function addresseesToMend<One extends Contact>(contacts: readonly One[]): readonly One[] {
  const wrong = contacts.filter(({ email, email_problem }) => email_problem !== null || !email);
  return wrong.length > 0 ? wrong : contacts;
}
