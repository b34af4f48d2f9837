import type { Language } from '../../words/language.ts';
import { COLUMNS, type ImportKind } from './columns.ts';

/** What the API says of a value, in French; the rest stays as it is. */
const SAID: readonly [RegExp, string][] = [
  [/^Invalid ISO date$/, 'n’est pas une date'],
  [/^must lie between 1900 and 2200$/, 'doit être entre 1900 et 2200'],
  [/^is required for an invoice$/, 'est nécessaire pour une facture'],
  [/^must not be before issued_on$/, 'ne peut pas précéder la date de la facture'],
  [/^must not be empty$/, 'ne doit pas être vide'],
  [/^must be more than zero$/, 'doit être supérieur à zéro'],
  [/^must be an ISO 4217 code such as EUR$/, 'doit être un code de devise comme EUR'],
  [/^Invalid email address$/i, 'n’est pas une adresse électronique'],
  [/^must be a telephone number$/, 'n’est pas un numéro de téléphone'],
  [/^must be a country code.*$/, 'doit être un code de pays de deux lettres comme FR'],
  [/^Invalid input: expected (?:number|int), received string$/, 'doit être un nombre entier'],
  [/^Invalid input: expected .*received undefined$/, 'manque'],
  [/^Invalid (?:option|input).*$/, 'n’est pas une valeur possible'],
  [/^Too big.*$/, 'est trop long ou trop grand'],
  [/^There is no customer (.+?)\.?$/, 'Aucun client $1.'],
  [/^There is no invoice (.+?)\.?$/, 'Aucune facture $1.'],
  [/^The line has (\d+) cells, the header (\d+)\.$/, 'La ligne a $1 cellules, l’en-tête $2.'],
];

/** Why a row was refused, column by column: `Échéance : n’est pas une date`. */
export function refusalDetail(kind: ImportKind, detail: string, language: Language): string {
  if (language === 'en') return detail;
  return detail
    .split('; ')
    .map((fault) => {
      const [, field = '', message = ''] = /^([a-z0-9_.]+): (.*)$/.exec(fault) ?? [];
      const column = COLUMNS[kind].find(({ name }) => name === field.replace(/^case_file\./, ''));
      return column ? `${column.fr}\u00a0: ${inFrench(message)}` : inFrench(fault);
    })
    .join('\u00a0; ');
}

function inFrench(message: string): string {
  const found = SAID.find(([pattern]) => pattern.test(message));
  return found ? message.replace(found[0], found[1]) : message;
}
