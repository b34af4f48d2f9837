import type { Language, ReminderContent } from '../../domain/reminder-content.ts';

/** What a mail to a colleague says: in his language, about the customer, and without asking anybody to pay. */
export function internalContent(content: ReminderContent, language: string): ReminderContent {
  const items = content.items.map((item) => ({ ...item, paymentUrl: null }));
  const company = { ...content.company, iban: null, bic: null };
  return { ...content, items, company, language: language as Language, paymentUrl: null };
}
