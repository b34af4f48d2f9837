import type { CompanyContent } from '../../../domain/reminder-content.ts';
import type { Message, MessageOrigin } from '../../../prisma/generated/client.ts';
import { contentHash } from '../../content-hash.ts';
import { companyContent } from '../drawing/load-content.ts';

/** A hash of the sender and the bank account as a message names them. */
export function companyHashOf(company: CompanyContent): string {
  const { name, addressLines, postalCode, city, country, siret, iban, bic, actsFor } = company;
  return contentHash({ name, addressLines, postalCode, city, country, siret, iban, bic, actsFor });
}

/** Messages that may ask nobody to pay and then name no account. */
const MAY_NAME_NO_ACCOUNT: readonly MessageOrigin[] = ['acknowledgement', 'internal', 'statement'];

/**
 * True when a message names the company or its bank account otherwise than the current settings. False for a message
 * drawn before the hash was kept, since nobody knows.
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
