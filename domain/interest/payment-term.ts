import { addDays, addMonths, latestOf, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate } from '../format/date.ts';
import type { DebtorKind, Language } from '../reminder-content.ts';

const DAYS = 60;
const DAYS_OF_MONTH_END = 45;

/**
 * The latest due date that professionals may agree upon: sixty days after the invoice's date, or forty-five days and the end of the
 * month, which is counted either way (C. com. L441-10 I). Shorter terms of some trades and of invoices for a period are not known here.
 */
export function latestDueOn(issuedOn: LocalDate): LocalDate {
  return latestOf(
    addDays(issuedOn, DAYS),
    monthEnd(addDays(issuedOn, DAYS_OF_MONTH_END)),
    addDays(monthEnd(issuedOn), DAYS_OF_MONTH_END),
  );
}

/** That day, where an invoice of a professional is due later than the law allows; null: nothing is to be said. */
export function dueTooLate(of: {
  debtor: DebtorKind;
  kind: 'invoice' | 'credit_note';
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
}): LocalDate | null {
  if (of.debtor !== 'professional' || of.kind !== 'invoice' || of.dueOn === null) return null;
  const latestOn = latestDueOn(of.issuedOn);
  return of.dueOn > latestOn ? latestOn : null;
}

/** For who works the case: a slip of the pen silences it until that day, and a term that was agreed may be fined. */
export function dueTooLateText(latestOn: LocalDate, language: Language): string {
  const day = formatLongDate(latestOn, language);
  return language === 'fr'
    ? `Échéance au-delà du maximum légal entre professionnels, le ${day} (C. com. L441-10)\u00a0: à vérifier.`
    : `Due beyond what the law allows between professionals, ${day} (C. com. L441-10): to be checked.`;
}

const monthEnd = (on: LocalDate): LocalDate => addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1);
