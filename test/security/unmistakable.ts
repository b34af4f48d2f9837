import type { Business } from '../e2e/business.ts';
import { CaseFile } from '../e2e/case-file.ts';

/** Personal or confidential data of one debtor, in words that occur nowhere else. */
export const PERSONAL = {
  name: 'Zéphyrine Quincampoix',
  contact: 'Barnabé Quincampoix',
  street: '77 impasse des Farfadets',
  city: 'Trifouillis-lès-Oies',
  phone: '06 39 98 76 54',
  litigation: 'Confié à maître Tartempion',
  comment: 'Elle promet de vendre son xylophone',
  dispute: 'Le parquet gondole sous le clavecin',
  pause: 'Hospitalisée à la clinique Saint-Glinglin',
  mission: 'Expertise du moulin hanté',
} as const;

/** Words that must not be found where nothing personal may be, including the debtor's own address and numbers. */
export function personalWords(one: CaseFile): string[] {
  const parts = Object.values(PERSONAL).flatMap((text) => [text, text.split(' ').at(-1)!]);
  // A word of three letters occurs by chance in ciphertext.
  return [...new Set([...parts, one.email, one.number, one.customer.reference])].filter((word) => word.length > 6);
}

/** An invoice of the debtor, with everything personal that an invoice and its customer can hold. */
export const openUnmistakable = (business: Business, issuedOn: string, more: object = {}): Promise<CaseFile> => {
  const email = `zephyrine.quincampoix.${Date.now()}.${Math.trunc(Math.random() * 1e6)}@client.example`;
  return CaseFile.open(business, {
    issuedOn,
    kind: 'consumer',
    cents: 4_321_09,
    customer: {
      name: PERSONAL.name,
      address: { lines: [PERSONAL.street], postal_code: '69004', city: PERSONAL.city, country: 'FR' },
      contacts: [{ name: PERSONAL.contact, email, phone: PERSONAL.phone, recovery: true }],
    },
    invoice: {
      case_file: { reference: 'D-1', mission: PERSONAL.mission, report_status: 'remis', invoice_status: 'émise' },
    },
    ...more,
  }).then((one) => new CaseFile(business, one, one.customer, email));
};

/** What people do about the invoice, each with its words: a promise, a dispute and its end, a litigation, a pause, a payment. */
export async function workOn(one: CaseFile, today: string): Promise<void> {
  await one.do('POST', '/promises', { amount_cents: 1_000, promised_on: today, comment: PERSONAL.comment });
  const dispute = await one.do('POST', '/disputes', { reason: PERSONAL.dispute, comment: PERSONAL.comment });
  await one.do('POST', `/disputes/${dispute.id}/resolve`, { outcome: 'rejected', comment: PERSONAL.comment });
  await one.do('PUT', '/litigation', { reason: PERSONAL.litigation });
  await one.do('DELETE', '/litigation');
  await one.do('PUT', '/pause', { reason: PERSONAL.pause });
  await one.do('DELETE', '/pause');
  await one.do('PUT', '/level', { level: 1, reason: PERSONAL.comment });
  await one.pay(100, today);
}
