import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { withoutPayment } from './without-payment.ts';

/** The content of a mail to a colleague: about the customer, and without asking anybody to pay. */
export const internalContent = (content: ReminderContent): ReminderContent => ({
  ...withoutPayment(content),
  isInternal: true,
});
