import encodeQR from 'qr';
import { fieldText } from '../format/printable.ts';
import type { CompanyContent } from '../reminder-content.ts';

/** Rows of modules, true for dark ones; without the white border that the code needs on all sides. */
export type PaymentCode = readonly (readonly boolean[])[];

const MOST_CENTS = 99_999_999_999;

/**
 * The QR code that banking apps read as a transfer (EPC069-12, version 002): payee, sum, reference. Null when no such
 * transfer is possible: no IBAN, another currency, nothing to pay, or a name that banks cannot write.
 */
export function paymentCode(
  company: Pick<CompanyContent, 'name' | 'iban' | 'bic'>,
  transfer: { amountCents: number; currency: string; reference: string },
): PaymentCode | null {
  const text = paymentCodeText(company, transfer);
  if (text === null) return null;
  const withBorder = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return withBorder.slice(1, -1).map((row) => row.slice(1, -1));
}

/** The content of the code, one field per line. */
function paymentCodeText(
  { name, iban, bic }: Pick<CompanyContent, 'name' | 'iban' | 'bic'>,
  { amountCents, currency, reference }: { amountCents: number; currency: string; reference: string },
): string | null {
  const payee = inSepaSet(name, 70);
  if (!iban || payee === '' || currency !== 'EUR' || amountCents <= 0 || amountCents > MOST_CENTS) return null;
  const euros = `${Math.floor(amountCents / 100)}.${String(amountCents % 100).padStart(2, '0')}`;
  const account = [fieldText(bic, 11), payee, iban.replace(/\s/g, '').toUpperCase()];
  // Purpose and structured reference stay empty; the free text is ours.
  return ['BCD', '002', '1', 'SCT', ...account, `EUR${euros}`, '', '', inSepaSet(reference, 140)].join('\n');
}

const LETTERS: Readonly<Record<string, string>> = {
  ...{ '&': '+', '’': "'", '‘': "'", '–': '-', '—': '-', '‐': '-', '‑': '-', _: '-', '°': 'o' },
  ...{ œ: 'oe', Œ: 'OE', æ: 'ae', Æ: 'AE', ø: 'o', Ø: 'O', ß: 'ss', ł: 'l', Ł: 'L' },
};

/**
 * Converts a text to the characters that a transfer may contain (EPC217-08): Latin letters without accents, digits and
 * a few signs; others become a space.
 */
function inSepaSet(text: string, most: number): string {
  const bare = fieldText(text, 4 * most)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const written = [...bare].map((sign) => LETTERS[sign] ?? sign).join('');
  return written
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .slice(0, most)
    .trimEnd();
}
