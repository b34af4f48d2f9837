import { fieldText } from '../format/printable.ts';
import type { CompanyContent } from '../reminder-content.ts';
import { legalMentions, nameWithStatus } from './legal-mentions.ts';

/** Who writes, on one line: name, address, legal mentions, telephone, address for mails. */
export function companyIdentity(company: CompanyContent): string {
  const contact = [fieldText(company.phone, 40), fieldText(company.email, 80)];
  return joined([...nameAndAddress(company), ...legalMentions(company), ...contact]);
}

/** The same for the foot of a letter, whose head says how to reach the company: in two lines where it has mentions beside its SIRET. */
export function companyFoot(company: CompanyContent): string[] {
  const mentions = legalMentions(company);
  return mentions.length <= 1
    ? [joined([...nameAndAddress(company), ...mentions])]
    : [joined(nameAndAddress(company)), joined(mentions)];
}

function nameAndAddress(company: CompanyContent): string[] {
  const address = [...company.addressLines.slice(0, 3), `${company.postalCode} ${company.city}`];
  const lines = address.map((line) => fieldText(line, 60)).filter((line) => line !== '');
  return [nameWithStatus(company), lines.join(', ')];
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
