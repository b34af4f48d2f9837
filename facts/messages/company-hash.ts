import type { CompanyContent } from '../../domain/reminder-content.ts';
import { contentHash } from '../content-hash.ts';

/** A hash of who writes and to which account he asks to pay, as a message names them. */
export function companyHashOf(company: CompanyContent): string {
  const { name, addressLines, postalCode, city, country, siret, iban, bic, actsFor } = company;
  return contentHash({ name, addressLines, postalCode, city, country, siret, iban, bic, actsFor });
}
