import { fieldText } from '../format/printable.ts';
import type { CompanyContent } from '../reminder-content.ts';

/** Who writes, on one line: name, address, SIRET, telephone, address for mails. */
export function companyIdentity(company: CompanyContent): string {
  const address = [...company.addressLines.slice(0, 3), `${company.postalCode} ${company.city}`];
  const lines = address.map((line) => fieldText(line, 60)).filter((line) => line !== '');
  const siret = fieldText(company.siret, 20);
  const parts = [
    fieldText(company.name, 80),
    lines.join(', '),
    siret === '' ? '' : `SIRET ${siret}`,
    fieldText(company.phone, 40),
    fieldText(company.email, 80),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
