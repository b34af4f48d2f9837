import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate, longDateInEnglish } from '../format/date.ts';

/**
 * Months from the publication of the judgment in the BODACC within which a claim must be declared (C. com. R622-24).
 */
const MONTHS = 2;

/**
 * Title of the task for an insolvent customer, in French as it is stored; `declareInEnglish` says it in English. The publication is not known,
 * only the judgment before it (`openedOn`), so the day named is the earliest end of the period.
 */
export function declareTitle(openedOn: LocalDate | null): string {
  if (openedOn === null) return TO_DECLARE.fr;
  return `${TO_DECLARE.fr}, soit au plus tôt le ${formatLongDate(addMonths(openedOn, MONTHS), 'fr')} (jugement du ${formatLongDate(openedOn, 'fr')})`;
}

/** A title of `declareTitle`, said in English; null for any other text. */
export function declareInEnglish(title: string): string | null {
  if (title === TO_DECLARE.fr) return TO_DECLARE.en;
  const [, lastDay, openedOn] = /, soit au plus tôt le (.+) \(jugement du (.+)\)$/.exec(title) ?? [];
  if (!title.startsWith(TO_DECLARE.fr) || lastDay === undefined || openedOn === undefined) return null;
  return `${TO_DECLARE.en}, ${longDateInEnglish(lastDay)} at the earliest (judgment of ${longDateInEnglish(openedOn)})`;
}

const TO_DECLARE = {
  fr: 'Déclarer la créance au mandataire judiciaire\u00a0: deux mois à compter de la publication au BODACC',
  en: 'Declare the claim to the court’s representative: two months from the publication in the BODACC',
};
