import { DEBTOR_KINDS, type DebtorKind } from '../reminder-content.ts';

/**
 * A customer as the criteria of groups see it. Amounts are in the creditor's currency, days in the creditor's time
 * zone.
 */
export interface CustomerFigures {
  kind: DebtorKind;
  country: string;
  language: string;
  tags: readonly string[];
  /**
   * The collector whom a person assigned; one that a group assigned does not count, so that groups do not depend on
   * their own result.
   */
  collectorId: string | null;
  balanceCents: number;
  overdueCents: number;
  /** Days late of the open invoice that is longest overdue; 0 when none is. */
  oldestDaysLate: number;
  /** Open invoices. */
  invoiceCount: number;
  /** The highest level reached by an open invoice. */
  levelMax: number;
  /** Average days from issue to full payment, over the paid invoices; null when none was paid. */
  averageDaysToPay: number | null;
}

export type CriterionOp = 'eq' | 'ne' | 'in' | 'gte' | 'lte';
export type CriterionValue = string | number | null;

export interface Criterion {
  field: CriterionField;
  op: CriterionOp;
  /** A list for `in`. */
  value: CriterionValue | readonly CriterionValue[];
}

/** All criteria must fit, or any one; an entry may be such a list itself. */
export type Criteria = { all: readonly CriteriaNode[] } | { any: readonly CriteriaNode[] };
export type CriteriaNode = Criteria | Criterion;

type FieldKind = 'number' | 'text' | 'set' | 'id';

/**
 * The fields that criteria may name (docs/api.md, "Groups, versions, steering"): the kind of value of each, and how it
 * is read.
 */
export const CRITERION_FIELDS = {
  kind: { kind: 'text', of: (of) => of.kind, values: DEBTOR_KINDS },
  balance_cents: { kind: 'number', of: (of) => of.balanceCents },
  overdue_cents: { kind: 'number', of: (of) => of.overdueCents },
  oldest_days_late: { kind: 'number', of: (of) => of.oldestDaysLate },
  invoice_count: { kind: 'number', of: (of) => of.invoiceCount },
  level_max: { kind: 'number', of: (of) => of.levelMax },
  country: { kind: 'text', of: (of) => of.country },
  language: { kind: 'text', of: (of) => of.language },
  tags: { kind: 'set', of: (of) => of.tags },
  collector_id: { kind: 'id', of: (of) => of.collectorId },
  average_days_to_pay: { kind: 'number', of: (of) => of.averageDaysToPay },
} as const satisfies Record<string, FieldRule>;

export interface FieldRule {
  kind: FieldKind;
  of: (figures: CustomerFigures) => CriterionValue | readonly string[];
  /** The only permitted values. */
  values?: readonly string[];
}

export type CriterionField = keyof typeof CRITERION_FIELDS;

/** The operators that each kind of value supports. */
export const OPS_OF: Record<FieldKind, readonly CriterionOp[]> = {
  number: ['eq', 'ne', 'in', 'gte', 'lte'],
  text: ['eq', 'ne', 'in'],
  set: ['eq', 'ne', 'in'],
  id: ['eq', 'ne', 'in'],
};
