import { faultSentence } from '../../states/fault-words.ts';
import { withColon } from '../../words/joined.ts';
import type { Language } from '../../words/language.ts';
import { COLUMNS, type ImportKind } from './columns.ts';

const NO_NUMBER = /^Invalid input: expected (?:number|int), received string$/;
/** What the API says of an amount; older imports have zod's words. */
const NO_AMOUNT = /^(?:must be a whole number of cents|Invalid input: expected (?:number|int), received string)/;
const NO_DAY = /^(?:must be a day such as|Invalid ISO date)/;
const NO_CREDIT_NOTE = /^must be more than zero, a credit note/;

/** What this page reads in a cell; the API, which is sent cents and ISO dates, says something else. */
const READ_HERE: Record<Language, readonly [RegExp, string][]> = {
  fr: [
    [
      NO_AMOUNT,
      'doit être un montant, écrit 1\u00a0234,56, 1234.56 ou 10\u00a0000 (en chiffres seuls, 123456, dans un fichier en centimes)',
    ],
    [NO_DAY, 'n’est pas une date, écrite 31/12/2026 ou 2026-12-31'],
    [
      NO_CREDIT_NOTE,
      'doit être supérieur à zéro (un avoir se déclare par le mot «\u00a0avoir\u00a0» dans la colonne «\u00a0Facture ou avoir\u00a0», pas par un montant négatif)',
    ],
  ],
  en: [
    [NO_AMOUNT, 'must be an amount, written 1,234.56, 1234.56 or 10 000 (in digits alone, 123456, in a file in cents)'],
    [NO_DAY, 'is not a day, written 31/12/2026 or 2026-12-31'],
    [
      NO_CREDIT_NOTE,
      'must be more than zero (a credit note is told by the words “credit note” in the column “Invoice or credit note”, not by a negative amount)',
    ],
  ],
};

/**
 * French sentences for the API's refusals of values in a file. Other refusals have the sentences used for form fields.
 */
const SAID: readonly [RegExp, string][] = [
  [/^must lie between 1900 and 2200$/, 'doit être entre 1900 et 2200'],
  [/^is required for an invoice$/, 'est nécessaire pour une facture'],
  [/^must not be before issued_on$/, 'ne peut pas précéder la date de la facture'],
  [/^must not be empty$/, 'ne doit pas être vide'],
  [/^must be more than zero$/, 'doit être supérieur à zéro'],
  [/^must be an ISO 4217 code such as EUR$/, 'doit être un code de devise comme EUR'],
  [/^Invalid email address$/i, 'n’est pas une adresse électronique'],
  [/^must be a telephone number$/, 'n’est pas un numéro de téléphone'],
  [/^must be a country code.*$/, 'doit être un code de pays de deux lettres comme FR'],
  [NO_NUMBER, 'doit être un nombre entier'],
  [/^is required$|^Invalid input: expected .*received undefined$/, 'manque'],
  [/^Invalid [GU]UID$/, 'n’est pas un identifiant'],
  [/^Invalid (?:option|input).*$/, 'n’est pas une valeur possible'],
  [/^Too big.*$/, 'est trop long ou trop grand'],
  [/^must be one line of printable text$/, 'doit tenir sur une ligne, sans caractère illisible'],
  [/^must not add up to more than amount_cents$/, 'la somme des lignes dépasse le règlement'],
  [/^There is no customer (.+?)\.?$/, 'Aucun client $1.'],
  [/^There is no invoice (.+?)\.?$/, 'Aucune facture $1.'],
  [/^There is no such scenario\.?$/, 'Aucun scénario n’a cet identifiant.'],
  [/^There is no such third party\.?$/, 'Aucun prescripteur ni notaire n’a cet identifiant.'],
  [/^There is no such user\.?$/, 'Aucun utilisateur n’a cet identifiant.'],
  [
    /^There is no third party called "(.+)"\.?$/,
    'Aucun prescripteur ni notaire n’a pour référence ou nom «\u00a0$1\u00a0».',
  ],
  [/^There is no user called "(.+)"\.?$/, 'Aucun utilisateur n’a l’adresse «\u00a0$1\u00a0».'],
  [/^There is no scenario called "(.+)"\.?$/, 'Aucun scénario ne s’appelle «\u00a0$1\u00a0».'],
  [
    /^More than one third party is called "(.+)"\.?$/,
    'Plusieurs prescripteurs ou notaires s’appellent «\u00a0$1\u00a0»\u00a0: donnez la référence.',
  ],
  [/^More than one (?:user|scenario) is called "(.+)"\.?$/, '«\u00a0$1\u00a0» désigne plusieurs fiches.'],
  [/^Both (\S+) and (\S+) are given\.?$/, 'Donnez soit $1, soit $2, pas les deux.'],
  [/^Another third party was posted under the reference (.+)\.$/, 'Un autre tiers porte déjà la référence $1.'],
  [/^(.+) is a credit note\.$/, '$1 est un avoir.'],
  [/^(.+) is in ([A-Z]{3})\.$/, '$1 est en $2.'],
  [/^(.+) is another customer's\.$/, '$1 est d’un autre client.'],
  [/^Another document was posted under the number (.+)\.$/, 'Une autre pièce porte déjà le numéro $1.'],
  [/^Another customer was posted under the reference (.+)\.$/, 'Un autre client porte déjà la référence $1.'],
  [/^Another payment was posted under this external_id\.$/, 'Un autre règlement porte déjà cet identifiant.'],
  [
    /^The law allows no due date after (\d{4})-(\d\d)-(\d\d) between professionals.*$/,
    'Entre professionnels, la loi ne permet pas d’échéance après le $3/$2/$1 (C. com. L441-10).',
  ],
  [
    /^Perhaps the payment (.+) of (\d{4})-(\d\d)-(\d\d): same customer, same amount\.$/,
    'Peut-être le règlement $1 du $4/$3/$2\u00a0: même client, même montant. Si c’est le même, rejetez l’un des deux.',
  ],
  [/^A quotation mark is never closed\.$/, 'Un guillemet n’est jamais refermé.'],
  [/^The line has (\d+) cells, the header (\d+)\.$/, 'La ligne a $1 cellules, l’en-tête $2.'],
];

/** Maps paths in the API's body to the names of columns, where they differ. */
const PATHS: readonly [RegExp, string][] = [
  [/^case_file\.reference$/, 'case_reference'],
  [/^contacts\.\d+\.([a-z]+)$/, 'contact_$1'],
  [/^address\.lines(?:\.0)?$/, 'address_line_1'],
  [/^address\.lines\.1$/, 'address_line_2'],
  [/^address\.lines\.2$/, 'address_line_3'],
  [/^address\.lines\.3$/, 'address_line_4'],
  [/^(?:case_file|address|allocations\.\d+)\.([a-z_]+)$/, '$1'],
  [/^tags\.\d+$/, 'tags'],
  [/^allocations$/, 'amount_cents'],
];

/** Why a row was refused, column by column: `Échéance : n’est pas une date`. */
export function refusalDetail(kind: ImportKind, detail: string, language: Language): string {
  // The detail is a list of faults separated by semicolons, or several sentences.
  const faults = detail.split(/; |(?<=\.) (?=There is no |More than one |Both |\S+ is (?:a |in |another ))/);
  // A column can appear in two fields of the body: say its fault once.
  return [...new Set(faults.map((fault) => inWords(kind, fault, language)))].join(
    language === 'fr' ? '\u00a0; ' : '; ',
  );
}

function inWords(kind: ImportKind, fault: string, language: Language): string {
  const [, path, said] = /^([a-z][a-z0-9_.]*): (.*)$/s.exec(fault) ?? [];
  if (path === undefined || said === undefined) return language === 'en' ? fault : ofLine(kind, fault);
  const name = PATHS.reduce((known, [pattern, column]) => known.replace(pattern, column), path);
  const column = COLUMNS[kind].find((one) => one.name === name);
  if (!column) return language === 'en' ? fault : ofLine(kind, said);
  const here = column.form === 'text' ? undefined : READ_HERE[language].find(([pattern]) => pattern.test(said))?.[1];
  return withColon(language, column[language], here ?? (language === 'en' ? said : ofValue(said)));
}

/** A fault of the whole line, not of one column. */
function ofLine(kind: ImportKind, said: string): string {
  const [, name] = /^The lines of this payment differ in (.+)\.$/.exec(said) ?? [];
  const column = COLUMNS[kind].find((one) => one.name === name);
  if (column) return `Les lignes de ce règlement n’ont pas toutes le même «\u00a0${column.fr}\u00a0».`;
  return known(said) ?? faultSentence(said, 'fr');
}

/** Turns a sentence into a text that follows the name of its column: first letter in lower case, no full stop. */
function ofValue(said: string): string {
  const sentence = known(said) ?? faultSentence(said, 'fr');
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function known(said: string): string | undefined {
  const found = SAID.find(([pattern]) => pattern.test(said));
  return found && said.replace(found[0], found[1]);
}
