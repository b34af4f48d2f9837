import type { ReminderContent } from '../../domain/reminder-content.ts';

/** What a message says that asks nobody to pay: neither an account nor a link to pay. */
export function withoutPayment(content: ReminderContent): ReminderContent {
  const items = content.items.map((item) => ({ ...item, paymentUrl: null }));
  const company = { ...content.company, iban: null, bic: null };
  return { ...content, items, company, paymentUrl: null };
}
