import { addMonths, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate } from '../format/date.ts';

/**
 * Months from the publication of the judgment in the BODACC within which a claim must be declared (C. com. R622-24).
 */
const MONTHS = 2;

/**
 * Title of the task for an insolvent customer, in French like every task of the product. The publication is not known,
 * only the judgment before it (`openedOn`), so the day named is the earliest end of the period.
 */
export function declareTitle(openedOn: LocalDate | null): string {
  const what = 'Déclarer la créance au mandataire judiciaire\u00a0: deux mois à compter de la publication au BODACC';
  if (openedOn === null) return what;
  return `${what}, soit au plus tôt le ${formatLongDate(addMonths(openedOn, MONTHS), 'fr')} (jugement du ${formatLongDate(openedOn, 'fr')})`;
}
