import type { ReminderContent } from '../../../domain/reminder-content.ts';

/** The content without bank account and payment links, for a message that asks nobody to pay. */
export function withoutPayment(content: ReminderContent): ReminderContent {
  const items = content.items.map((item) => ({ ...item, paymentUrl: null }));
  const company = { ...content.company, iban: null, bic: null };
  return { ...content, items, company, paymentUrl: null };
}
