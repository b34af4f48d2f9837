import type { CompanyContent } from '../../domain/reminder-content.ts';
import type { Message, MessageOrigin } from '../../prisma/generated/client.ts';
import { contentHash } from '../content-hash.ts';
import { companyContent } from './load-content.ts';

/** A hash of who writes and to which account he asks to pay, as a message names them. */
export function companyHashOf(company: CompanyContent): string {
  const { name, addressLines, postalCode, city, country, siret, iban, bic, actsFor } = company;
  return contentHash({ name, addressLines, postalCode, city, country, siret, iban, bic, actsFor });
}

/** What may ask nobody to pay, and then names no account. */
const MAY_NAME_NO_ACCOUNT: readonly MessageOrigin[] = ['acknowledgement', 'internal', 'statement'];

/**
 * Whether a message names the company, or the account to pay to, otherwise than its settings of now. Of one that was drawn before that
 * was kept nobody knows.
 */
export function namesAnotherCompany(
  { companyHash, origin }: Pick<Message, 'companyHash' | 'origin'>,
  settings: Omit<Parameters<typeof companyContent>[0], 'logoPng'>,
): boolean {
  if (companyHash === null) return false;
  const company = companyContent({ ...settings, logoPng: null });
  const withoutAccount = { ...company, iban: null, bic: null };
  const named = MAY_NAME_NO_ACCOUNT.includes(origin) ? [company, withoutAccount] : [company];
  return !named.some((one) => companyHashOf(one) === companyHash);
}
