import type { DemoGroup } from './demo-types.ts';
import { COLLECTORS } from './staff.ts';

/** The tag of key accounts, who are handled with care and get preventive reminders. */
export const KEY_ACCOUNT = 'grand compte';

/** The collector of all key accounts; no person assigned one. */
const KEY_ACCOUNTS_COLLECTOR = COLLECTORS[2] ?? '';

/** Days before the due date. */
export const PREVENTIVE_DAYS = 10;

/**
 * The default group of that name selects by what customers owe; here it selects by a tag and has its own scenario and
 * collector.
 */
export const DEMO_GROUPS: DemoGroup[] = [
  {
    name: 'Grands comptes',
    tag: KEY_ACCOUNT,
    collector: KEY_ACCOUNTS_COLLECTOR,
    scenario: 'Grands comptes',
    preventiveDays: PREVENTIVE_DAYS,
  },
];
