import type { Criteria } from '../groups/criteria.ts';

/** A group as it is shipped; it names its scenario by the shipped one's name, or follows the default of each kind (null). */
export interface ShippedGroup {
  name: string;
  priority: number;
  criteria: Criteria;
  scenario: string | null;
}

/**
 * The groups that every new creditor gets: asked after any that it makes itself, to be changed or ignored. Only who is marked
 * by hand leaves the usual ladder; the others say where to look, until a supervisor gives them a scenario or a collector.
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
