import { addDays, addMonths, latestOf, type LocalDate } from '../calendar/local-date.ts';
import { formatLongDate } from '../format/date.ts';
import type { DebtorKind, Language } from '../reminder-content.ts';

const DAYS = 60;
const DAYS_OF_MONTH_END = 45;

/**
 * The latest due date that professionals may agree on: sixty days after the invoice's date, or forty-five days and the
 * end of the month, counted in either order (C. com. L441-10 I). The shorter terms of some trades and of periodic
 * invoices are not known here.
 */
export function latestDueOn(issuedOn: LocalDate): LocalDate {
  return latestOf(
    addDays(issuedOn, DAYS),
    monthEnd(addDays(issuedOn, DAYS_OF_MONTH_END)),
    addDays(monthEnd(issuedOn), DAYS_OF_MONTH_END),
  );
}

/** The latest legal due date when an invoice to a professional is due later than that; otherwise null. */
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

/**
 * A warning for the people who work on the case: a typing error would silence the case until that day, and a term
 * beyond the law that was really agreed may be fined.
 */
export function dueTooLateText(latestOn: LocalDate, language: Language): string {
  const day = formatLongDate(latestOn, language);
  return language === 'fr'
    ? `Échéance au-delà du maximum légal entre professionnels, le ${day} (C. com. L441-10)\u00a0: à vérifier.`
    : `Due beyond what the law allows between professionals, ${day} (C. com. L441-10): to be checked.`;
}

const monthEnd = (on: LocalDate): LocalDate => addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1);
