import type { Language } from '../../words/language.ts';

export const IMPORT_KINDS = ['customers', 'invoices', 'payments', 'third_parties'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** How the cells of a column are parsed and rewritten for the API. */
export type Form = 'text' | 'day' | 'cents' | 'country' | 'language' | 'customer_kind' | 'invoice_kind' | 'yes_no';

/** A column of the API. `fr` and `en` are its labels on the page. */
export interface Column {
  name: string;
  fr: string;
  en: string;
  form: Form;
  required?: true;
  /** Names that other software uses for it, in the form of `plainName`, the surest first. */
  also?: readonly string[];
}

const column = (name: string, fr: string, en: string, also: readonly string[] = [], form: Form = 'text'): Column => ({
  name,
  fr,
  en,
  form,
  also,
});
const required = (of: Column): Column => ({ ...of, required: true });

/** The columns of each kind of file, in the order offered on the page. */
export const COLUMNS: Record<ImportKind, readonly Column[]> = {
  customers: [
    required(column('reference', 'Référence du client', 'Customer reference', ['code client', 'n client', 'code'])),
    required(column('name', 'Nom', 'Name', ['nom', 'raison sociale', 'client'])),
    required(column('kind', 'Type (particulier, professionnel…)', 'Kind', ['type'], 'customer_kind')),
    column('language', 'Langue (français ou anglais)', 'Language (French or English)', ['langue'], 'language'),
    column('address_line_1', 'Adresse, ligne 1', 'Address line 1', ['adresse', 'adresse 1', 'rue']),
    column('address_line_2', 'Adresse, ligne 2', 'Address line 2', ['adresse 2', 'complement']),
    column('address_line_3', 'Adresse, ligne 3', 'Address line 3', ['adresse 3']),
    column('address_line_4', 'Adresse, ligne 4', 'Address line 4', ['adresse 4']),
    column('postal_code', 'Code postal', 'Postal code', ['cp']),
    required(column('city', 'Ville', 'City', ['ville', 'commune'])),
    column('country', 'Pays', 'Country', ['pays'], 'country'),
    column('contact_name', 'Contact\u00a0: nom', 'Contact: name', ['contact', 'interlocuteur']),
    column('contact_email', 'Contact\u00a0: adresse électronique', 'Contact: e-mail', ['email', 'courriel', 'mail']),
    column('contact_phone', 'Contact\u00a0: téléphone', 'Contact: telephone', ['telephone', 'tel']),
    column('tags', 'Étiquettes', 'Tags', ['etiquettes']),
    column('collector', 'Chargé (adresse électronique)', 'Collector (e-mail)', ['charge', 'charge de recouvrement']),
    column('scenario', 'Scénario (nom)', 'Scenario (name)', ['scenario']),
    column('collector_id', 'Chargé (identifiant)', 'Collector (id)'),
    column('scenario_id', 'Scénario (identifiant)', 'Scenario (id)'),
  ],
  invoices: [
    required(column('number', 'Numéro', 'Number', ['n facture', 'numero', 'facture', 'piece'])),
    required(column('customer_reference', 'Référence du client', 'Customer reference', ['code client', 'client'])),
    required(column('issued_on', 'Date de facture', 'Issued on', ['date facture', 'emise le', 'date'], 'day')),
    column('due_on', 'Échéance', 'Due on', ['echeance', 'date echeance', 'date d echeance'], 'day'),
    required(column('total_cents', 'Montant TTC', 'Total amount', ['montant ttc', 'ttc', 'montant', 'total'], 'cents')),
    required(column('currency', 'Devise (EUR)', 'Currency (EUR)', ['devise'])),
    column('kind', 'Facture ou avoir', 'Invoice or credit note', ['type'], 'invoice_kind'),
    column('case_reference', 'Référence du dossier', 'Case reference', ['dossier', 'reference dossier']),
    column('mission', 'Mission', 'Mission'),
    column('report_status', 'Statut du rapport', 'Report status', ['rapport', 'statut rapport']),
    column('invoice_status', 'Statut de la facture', 'Invoice status', ['statut', 'statut facture']),
    column('referrer', 'Prescripteur (référence ou nom)', 'Referrer (reference or name)', [
      'prescripteur',
      'apporteur',
    ]),
    column('notary', 'Notaire (référence ou nom)', 'Notary (reference or name)', ['notaire', 'etude']),
    column('referrer_id', 'Prescripteur (identifiant)', 'Referrer (id)'),
    column('notary_id', 'Notaire (identifiant)', 'Notary (id)'),
    column('invoice_url', 'Lien vers la facture', 'Link to the invoice', ['lien']),
    column('payment_url', 'Lien de paiement', 'Payment link'),
    column('scenario', 'Scénario (nom)', 'Scenario (name)', ['scenario']),
    column('scenario_id', 'Scénario (identifiant)', 'Scenario (id)'),
    column('initial_level', 'Niveau déjà atteint (0 à 3)', 'Level reached already (0 to 3)', ['niveau']),
    column('initial_level_on', 'Atteint le', 'Reached on', [], 'day'),
    column('applies_to', 'Avoir sur la facture', 'Credit note of invoice'),
  ],
  payments: [
    required(column('external_id', 'Identifiant du règlement', 'Payment id', ['reglement', 'reference', 'id'])),
    required(column('amount_cents', 'Montant', 'Amount', ['montant', 'montant regle'], 'cents')),
    required(column('currency', 'Devise (EUR)', 'Currency (EUR)', ['devise'])),
    required(column('paid_on', 'Réglé le', 'Paid on', ['date reglement', 'date paiement', 'date'], 'day')),
    column('invoice_number', 'Numéro de la facture', 'Invoice number', ['n facture', 'facture', 'numero']),
    column('customer_reference', 'Référence du client', 'Customer reference', ['code client', 'client']),
    column('method', 'Moyen de paiement', 'Method', ['mode', 'moyen', 'mode de reglement']),
  ],
  third_parties: [
    required(column('reference', 'Référence', 'Reference', ['code', 'numero'])),
    required(column('name', 'Nom', 'Name', ['nom', 'raison sociale', 'prescripteur', 'notaire', 'etude'])),
    column('email', 'Adresse électronique', 'E-mail', ['courriel', 'mail']),
    column('professional', 'Professionnel (oui ou non)', 'Professional (yes or no)', ['professionnel'], 'yes_no'),
    column('language', 'Langue (français ou anglais)', 'Language (French or English)', ['langue'], 'language'),
    column('address_line_1', 'Adresse, ligne 1', 'Address line 1', ['adresse', 'adresse 1', 'rue']),
    column('address_line_2', 'Adresse, ligne 2', 'Address line 2', ['adresse 2', 'complement']),
    column('address_line_3', 'Adresse, ligne 3', 'Address line 3', ['adresse 3']),
    column('address_line_4', 'Adresse, ligne 4', 'Address line 4', ['adresse 4']),
    column('postal_code', 'Code postal', 'Postal code', ['cp']),
    column('city', 'Ville', 'City', ['ville', 'commune']),
    column('country', 'Pays', 'Country', ['pays'], 'country'),
  ],
};

/** How amounts are written in the file. */
export type AmountUnit = 'cents' | 'units';

export const columnName = (of: Column, language: Language): string => `${of[language]}${of.required ? ' *' : ''}`;

/** The labels of columns, joined: « Numéro, Devise (EUR) ». */
export const namesOf = (columns: readonly Column[], language: Language): string =>
  columns.map((of) => of[language]).join(', ');

/** Normalizes a header for comparison: `N° Facture ` and `n_facture` are equal. */
const plainName = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/**
 * Guesses the API's column for each header; null for none. No column is used twice: a surer name (`Code client`) takes
 * a column before a less sure one (`Client`), wherever it stands.
 */
export function guessColumns(kind: ImportKind, headers: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  const guessed = headers.map((header) => find(kind, taken, (of) => of.name === header.trim()));
  const ranks = Math.max(...COLUMNS[kind].map((of) => namesBySureness(of).length));
  for (let rank = 0; rank < ranks; rank += 1)
    for (const [at, header] of headers.entries())
      guessed[at] ??= find(kind, taken, (of) => namesBySureness(of)[rank] === plainName(header));
  return guessed;
}

const namesBySureness = ({ name, fr, en, also = [] }: Column): string[] => [...[name, fr, en].map(plainName), ...also];

function find(kind: ImportKind, taken: Set<string>, fits: (of: Column) => boolean): string | null {
  const found = COLUMNS[kind].find((of) => !taken.has(of.name) && fits(of));
  if (found) taken.add(found.name);
  return found?.name ?? null;
}
