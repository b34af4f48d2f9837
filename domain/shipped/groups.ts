import type { Criteria } from '../groups/criteria.ts';

/** A default group. `scenario` is the name of a default scenario; null follows the default of each kind of debtor. */
export interface ShippedGroup {
  name: string;
  priority: number;
  criteria: Criteria;
  scenario: string | null;
}

/**
 * The groups that every new creditor gets. They come after the creditor's own groups, and may be changed or ignored.
 * Only the group of manually tagged customers has another scenario; the others show where to look, until a supervisor
 * gives them a scenario or a collector.
 */
export const SHIPPED_GROUPS: readonly ShippedGroup[] = [
  {
    name: 'Suivi personnalisé',
    priority: 1000,
    criteria: { all: [{ field: 'tags', op: 'eq', value: 'suivi personnalisé' }] },
    scenario: 'Relance à la main',
  },
  {
    name: 'Grands comptes',
    priority: 1010,
    criteria: {
      all: [
        { field: 'kind', op: 'in', value: ['professional', 'public'] },
        { field: 'balance_cents', op: 'gte', value: 50_000_00 },
      ],
    },
    scenario: null,
  },
  {
    name: 'Retards répétés',
    priority: 1020,
    criteria: {
      any: [
        {
          all: [
            { field: 'oldest_days_late', op: 'gte', value: 60 },
            { field: 'invoice_count', op: 'gte', value: 3 },
          ],
        },
        { field: 'average_days_to_pay', op: 'gte', value: 75 },
      ],
    },
    scenario: null,
  },
];
