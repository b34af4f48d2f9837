import { fieldText } from '../format/printable.ts';
import type { ReminderContent } from '../reminder-content.ts';
import type { Labels } from './labels.ts';

/** The line with the reference under which the reader is known; none to a third party or a colleague, who is no customer. */
export function yourReference({ customer, isInternal }: ReminderContent, labels: Labels): string[] {
  if (isInternal || !customer.reference) return [];
  return [`${labels.yourReference} ${fieldText(customer.reference, 60)}`];
}
