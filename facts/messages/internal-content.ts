import type { ReminderContent } from '../../domain/reminder-content.ts';

/** What a mail to a colleague says: about the customer, not to him, and without asking anybody to pay. */
export function internalContent(content: ReminderContent): ReminderContent {
  const items = content.items.map((item) => ({ ...item, paymentUrl: null }));
  const company = { ...content.company, iban: null, bic: null };
  return { ...content, isInternal: true, items, company, paymentUrl: null };
}
