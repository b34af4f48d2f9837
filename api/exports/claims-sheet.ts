import { localDate } from '../../domain/calendar/local-time.ts';
import { csvLine } from '../frame/csv.ts';
import type { Reading } from '../invoices/reading.ts';
import { CLAIM_COLUMNS, type claimRow, csvRow } from './claim-row.ts';
import { sheetDay as day, sheetHead, sheetLine, sheetMoney } from './french-sheet.ts';

type Row = ReturnType<typeof claimRow>;

const money = (cents: number | null, { currency }: Row): string => sheetMoney(cents, currency);

/** French column headings, in the words of the person who takes a case over, each with its cell's text. */
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

/** The header line of a list of claims; in English it has the columns' API names, for programs. */
export const claimsHead = ({ language }: Pick<Reading, 'language'>): string =>
  language === 'en' ? csvLine(CLAIM_COLUMNS) : sheetHead(Object.keys(COLUMNS));

/** A claim as one line of the list, French or English; days are those of `timeZone`. */
export const claimsLine = (row: Row, { language, timeZone }: Pick<Reading, 'language' | 'timeZone'>): string =>
  language === 'en' ? csvRow(CLAIM_COLUMNS, row) : sheetLine(Object.values(COLUMNS).map((of) => of(row, timeZone)));
