import { FIRST_REMINDER } from './first-reminder.ts';
import { FORMAL_NOTICE } from './formal-notice.ts';
import { PREVENTIVE } from './preventive.ts';
import { SECOND_REMINDER } from './second-reminder.ts';
import type { ShippedTemplate } from './shipped-template.ts';

/** The templates every new creditor gets, to be used, changed or ignored. */
export const SHIPPED_TEMPLATES: readonly ShippedTemplate[] = [
  PREVENTIVE,
  FIRST_REMINDER,
  SECOND_REMINDER,
  FORMAL_NOTICE,
];
