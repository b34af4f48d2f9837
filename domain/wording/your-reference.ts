import { fieldText } from '../format/printable.ts';
import type { ReminderContent } from '../reminder-content.ts';
import type { Labels } from './labels.ts';

/** The line with the customer's reference; none for a third party or a colleague, who is not a customer. */
export function yourReference({ customer, isInternal }: ReminderContent, labels: Labels): string[] {
  if (isInternal || !customer.reference) return [];
  return [`${labels.yourReference} ${fieldText(customer.reference, 60)}`];
}
