import { senderTown } from '../format/postal-address.ts';
import { fieldText } from '../format/printable.ts';
import type { CompanyContent, CustomerContent } from '../reminder-content.ts';
import { legalMentions, nameWithStatus } from './legal-mentions.ts';

/** The reader: one abroad is shown the company's country. */
type Reader = Pick<CustomerContent, 'country'>;

/** The company on one line: name, address, legal mentions, telephone, e-mail address. */
export function companyIdentity(company: CompanyContent, reader: Reader = company): string {
  const contact = [fieldText(company.phone, 40), fieldText(company.email, 80)];
  return joined([...nameAndAddress(company, reader), ...legalMentions(company), ...contact]);
}

/**
 * The company at the foot of a letter, whose head already has telephone and e-mail address: two lines when it has legal
 * mentions besides the SIRET.
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
