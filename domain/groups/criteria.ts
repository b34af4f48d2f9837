import { DEBTOR_KINDS, type DebtorKind } from '../reminder-content.ts';

/** What a customer is and does, as groups look at him. Amounts are in the creditor's currency, days in its time zone. */
export interface CustomerFigures {
  kind: DebtorKind;
  country: string;
  language: string;
  tags: readonly string[];
  /** The collector whom a person gave him: a group that gives one does not look at its own gift. */
  collectorId: string | null;
  balanceCents: number;
  overdueCents: number;
  /** Of his open invoices the one that is longest overdue; 0 when none is. */
  oldestDaysLate: number;
  /** Open invoices. */
  invoiceCount: number;
  /** The highest level that one of his open invoices has reached. */
  levelMax: number;
  /** From issue to full payment, over the invoices that he paid; null when he has paid none. */
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

/** All of them, or any; each may be such a list again. */
export type Criteria = { all: readonly CriteriaNode[] } | { any: readonly CriteriaNode[] };
export type CriteriaNode = Criteria | Criterion;

type FieldKind = 'number' | 'text' | 'set' | 'id';

/** The fields of API.md: what kind of value each has, and where it is found. */
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
  /** The only values there are. */
  values?: readonly string[];
}

export type CriterionField = keyof typeof CRITERION_FIELDS;

/** What can be asked of each kind of value. */
export const OPS_OF: Record<FieldKind, readonly CriterionOp[]> = {
  number: ['eq', 'ne', 'in', 'gte', 'lte'],
  text: ['eq', 'ne', 'in'],
  set: ['eq', 'ne', 'in'],
  id: ['eq', 'ne', 'in'],
};
