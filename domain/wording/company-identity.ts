import { senderTown } from '../format/postal-address.ts';
import { fieldText } from '../format/printable.ts';
import type { CompanyContent, CustomerContent } from '../reminder-content.ts';
import { legalMentions, nameWithStatus } from './legal-mentions.ts';

/** The country is said to a reader in another. */
type Reader = Pick<CustomerContent, 'country'>;

/** Who writes, on one line: name, address, legal mentions, telephone, address for mails. */
export function companyIdentity(company: CompanyContent, reader: Reader = company): string {
  const contact = [fieldText(company.phone, 40), fieldText(company.email, 80)];
  return joined([...nameAndAddress(company, reader), ...legalMentions(company), ...contact]);
}

/**
 * Who writes, at the foot of a letter, whose head says how to reach the company: in two lines where it has mentions beside its
 * SIRET.
 */
export function companyFoot(company: CompanyContent, reader: Reader = company): string[] {
  const mentions = legalMentions(company);
  return mentions.length <= 1
    ? [joined([...nameAndAddress(company, reader), ...mentions])]
    : [joined(nameAndAddress(company, reader)), joined(mentions)];
}

function nameAndAddress(company: CompanyContent, reader: Reader): string[] {
  const address = [...company.addressLines.slice(0, 3), senderTown(company, reader)];
  const lines = address.map((line) => fieldText(line, 60)).filter((line) => line !== '');
  return [nameWithStatus(company), lines.join(', ')];
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
