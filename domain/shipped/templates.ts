import { DISPUTE_NOTED, PROMISE_NOTED } from './acknowledgements.ts';
import { DISPUTE_HANDED_OVER } from './dispute-handed-over.ts';
import { FIRST_REMINDER } from './first-reminder.ts';
import { FORMAL_NOTICE_TEMPLATE } from './formal-notice.ts';
import { PREVENTIVE } from './preventive.ts';
import { SECOND_REMINDER } from './second-reminder.ts';
import type { ReminderTemplate, ShippedTemplate } from './shipped-template.ts';

/** The templates of the ladder that every new creditor gets; they may be changed or ignored. */
export const SHIPPED_TEMPLATES: readonly ReminderTemplate[] = [
  PREVENTIVE,
  FIRST_REMINDER,
  SECOND_REMINDER,
  FORMAL_NOTICE_TEMPLATE,
];

/**
 * The templates outside the ladder that every new creditor gets: acknowledgements to customers, a mail to a colleague.
 */
export const SHIPPED_ANSWERS: readonly ShippedTemplate[] = [PROMISE_NOTED, DISPUTE_NOTED, DISPUTE_HANDED_OVER];
