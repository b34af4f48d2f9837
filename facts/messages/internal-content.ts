import type { ReminderContent } from '../../domain/reminder-content.ts';
import { withoutPayment } from './without-payment.ts';

/** What a mail to a colleague says: about the customer, not to him, and without asking anybody to pay. */
export const internalContent = (content: ReminderContent): ReminderContent => ({
  ...withoutPayment(content),
  isInternal: true,
});
