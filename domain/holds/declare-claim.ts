import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate } from '../format/date.ts';

/** Months from the publication of the judgment in the BODACC within which a claim is declared (C. com. R622-24). */
const MONTHS = 2;

/**
 * What the task asks for when a customer is insolvent, in French as every task of the product. Not the publication is known but
 * the judgment before it, `openedOn`, from which on the time is over at the earliest.
 */
export function declareTitle(openedOn: LocalDate | null): string {
  const what = 'Déclarer la créance au mandataire judiciaire\u00a0: deux mois à compter de la publication au BODACC';
  if (openedOn === null) return what;
  return `${what}, soit au plus tôt le ${formatLongDate(addMonths(openedOn, MONTHS), 'fr')} (jugement du ${formatLongDate(openedOn, 'fr')})`;
}
