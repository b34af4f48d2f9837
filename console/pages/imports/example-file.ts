import type { Language } from '../../words/language.ts';
import { COLUMNS, type ImportKind } from './columns.ts';
import { writeCsv } from './read-csv.ts';

type Row = Readonly<Record<string, string>>;

const LYON = { postal_code: '69004', city: 'Lyon', country: 'FR' };

/** Rows as a French spreadsheet writes them, by column. The files are for each other: customers, their invoices, payments. */
const ROWS: Record<ImportKind, (language: Language) => readonly Row[]> = {
  customers: (language) => [
    {
      ...{ reference: 'C-1001', name: 'Élise Montagnier', kind: language === 'fr' ? 'particulier' : 'consumer' },
      ...{ language: language === 'fr' ? 'français' : 'French', address_line_1: '12 rue des Charmilles', ...LYON },
      ...{ contact_name: 'Élise Montagnier', contact_email: 'elise@courrier.example', contact_phone: '06 39 98 10 21' },
    },
    {
      ...{ reference: 'C-1002', name: 'Imprimerie Roux', kind: language === 'fr' ? 'professionnel' : 'professional' },
      ...{ language: language === 'fr' ? 'français' : 'French', address_line_1: '3 quai Perrache', ...LYON },
      ...{ contact_name: 'Paul Roux', contact_email: 'compta@roux.example', contact_phone: '01 99 00 10 22' },
    },
  ],
  invoices: (language) => [
    {
      ...{ number: 'F-2026-101', customer_reference: 'C-1001', issued_on: '14/09/2026', due_on: '14/10/2026' },
      ...{ total_cents: language === 'fr' ? '1 234,56' : '1,234.56', currency: 'EUR' },
      ...{ kind: language === 'fr' ? 'facture' : 'invoice', case_reference: 'D-301', mission: 'DPE' },
    },
    {
      ...{ number: 'A-2026-007', customer_reference: 'C-1001', issued_on: '01/10/2026' },
      ...{ total_cents: language === 'fr' ? '75,00' : '75.00', currency: 'EUR' },
      ...{ kind: language === 'fr' ? 'avoir' : 'credit note', applies_to: 'F-2026-101' },
    },
  ],
  payments: (language) => [
    {
      ...{ external_id: 'R-2026-001', amount_cents: language === 'fr' ? '500,00' : '500.00', currency: 'EUR' },
      ...{ paid_on: '04/11/2026', invoice_number: 'F-2026-101', customer_reference: 'C-1001' },
      method: language === 'fr' ? 'virement' : 'transfer',
    },
  ],
  third_parties: (language) => [
    {
      ...{ reference: 'N-12', name: 'Étude Morel', email: 'etude@morel.example' },
      ...{ professional: language === 'fr' ? 'oui' : 'yes', language: language === 'fr' ? 'français' : 'French' },
      ...{ address_line_1: '8 place Bellecour', ...LYON },
    },
  ],
};

/** Lets spreadsheets recognize UTF-8. */
const MARK = '\ufeff';

/** A small file of this kind that imports as it is, with the page's names for the columns. */
export function exampleFile(kind: ImportKind, language: Language): Blob {
  const rows = ROWS[kind](language);
  const columns = COLUMNS[kind].filter(({ name }) => rows.some((row) => row[name] !== undefined));
  const lines = [
    columns.map((column) => column[language]),
    ...rows.map((row) => columns.map(({ name }) => row[name] ?? '')),
  ];
  return new Blob([MARK, writeCsv(lines, language === 'fr' ? ';' : ',')], { type: 'text/csv' });
}
