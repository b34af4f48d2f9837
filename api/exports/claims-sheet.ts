import { localDate } from '../../domain/calendar/local-time.ts';
import { formatShortDate } from '../../domain/format/date.ts';
import { decimalsOf } from '../../domain/format/decimals.ts';
import { spreadsheetText } from '../../domain/format/spreadsheet-text.ts';
import type { claimRow } from './claim-row.ts';

type Row = ReturnType<typeof claimRow>;

const day = (on: string | null): string => (on === null ? '' : formatShortDate(on));
const money = (cents: number | null, { currency }: Row): string => {
  if (cents === null) return '';
  const decimals = decimalsOf(currency);
  return (cents / 10 ** decimals).toFixed(decimals).replace('.', ',');
};

/** Columns in the words of who takes a case over, each with what stands under it. */
const COLUMNS: Readonly<Record<string, (row: Row, timeZone: string) => string | null>> = {
  Facture: (row) => row.number,
  'Référence client': (row) => row.customer_reference,
  Client: (row) => row.customer_name,
  Adresse: (row) => row.address,
  'Code postal': (row) => row.postal_code,
  Ville: (row) => row.city,
  Pays: (row) => row.country,
  Contact: (row) => row.contact_name,
  Courriel: (row) => row.contact_email,
  Téléphone: (row) => row.contact_phone,
  'Référence du dossier': (row) => row.case_reference,
  Mission: (row) => row.mission,
  'Émise le': (row) => day(row.issued_on),
  Échéance: (row) => day(row.due_on),
  'Jours de retard': (row) => String(row.days_late ?? ''),
  Montant: (row) => money(row.total_cents, row),
  Réglé: (row) => money(row.paid_cents, row),
  Avoirs: (row) => money(row.credited_cents, row),
  'Reste dû': (row) => money(row.balance_cents, row),
  'Intérêts de retard': (row) => money(row.late_interest_cents, row),
  'Indemnité forfaitaire': (row) => money(row.lump_sum_cents, row),
  'Principal réclamé': (row) => money(row.claimed_principal_cents, row),
  Devise: (row) => row.currency,
  Niveau: (row) => `R${row.level}`,
  'En contentieux depuis': ({ litigation_since_at: at }, timeZone) => day(at && localDate(at, timeZone)),
  Motif: (row) => row.litigation_reason,
  'Dernier appel': (row) => day(row.last_call_on),
  'Chargé de recouvrement': (row) => row.collector,
  Dossier: (row) => row.folder,
};

/** Figures are no formulas, though a credit makes them begin with a minus. */
const FIGURE = /^-?\d+(,\d+)?$/;

/** What spreadsheets tell UTF-8 by. */
const BOM = '\u{FEFF}';

/** The first line of the sheet of claims, as a French spreadsheet opens it by a double click. */
export const claimsSheetHead = (): string => BOM + line(Object.keys(COLUMNS));

/** A claim as a line of the sheet for whoever takes the cases over, days being those of `timeZone`. */
export const claimsSheetLine = (row: Row, timeZone: string): string =>
  line(Object.values(COLUMNS).map((of) => of(row, timeZone) ?? ''));

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(';')}\r\n`;

function quoted(text: string): string {
  const safe = FIGURE.test(text) ? text : spreadsheetText(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
