import type { DemoGroup } from './demo-types.ts';
import { COLLECTORS } from './staff.ts';

/** The tag of customers who are worked with care, and are reminded before anything is late. */
export const KEY_ACCOUNT = 'grand compte';

/** Who sees to them all: nobody else was given to them. */
const KEY_ACCOUNTS_COLLECTOR = COLLECTORS[2] ?? '';

/** Days before the due date. */
export const PREVENTIVE_DAYS = 10;

/** The shipped group of that name goes by what they owe: here a person says who they are, and how they are reminded. */
export const DEMO_GROUPS: DemoGroup[] = [
  {
    name: 'Grands comptes',
    tag: KEY_ACCOUNT,
    collector: KEY_ACCOUNTS_COLLECTOR,
    scenario: 'Grands comptes',
    preventiveDays: PREVENTIVE_DAYS,
  },
];
