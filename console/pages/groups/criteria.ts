/** The property of a customer that a criterion tests. */
export type Field =
  | 'kind'
  | 'balance_cents'
  | 'overdue_cents'
  | 'oldest_days_late'
  | 'invoice_count'
  | 'level_max'
  | 'average_days_to_pay'
  | 'country'
  | 'language'
  | 'tags'
  | 'collector_id';
export type Op = 'eq' | 'ne' | 'in' | 'gte' | 'lte';
type Scalar = string | number | null;

export interface Criterion {
  field: Field;
  op: Op;
  /** An array for the operator `in`. */
  value: Scalar | Scalar[];
}
export type Node = Criterion | Criteria;
/** Criteria of which all, or any, must be met. Each entry can be such a list. */
export type Criteria = { all: Node[] } | { any: Node[] };

/** How the value of a criterion is typed. */
export type ValueKind = 'amount' | 'number' | 'choice' | 'text' | 'person';

export const VALUE_KINDS: Record<Field, ValueKind> = {
  kind: 'choice',
  balance_cents: 'amount',
  overdue_cents: 'amount',
  oldest_days_late: 'number',
  invoice_count: 'number',
  level_max: 'number',
  average_days_to_pay: 'number',
  country: 'text',
  language: 'choice',
  tags: 'text',
  collector_id: 'person',
};
export const FIELDS = Object.keys(VALUE_KINDS) as Field[];

const isNumeric = (field: Field): boolean => VALUE_KINDS[field] === 'amount' || VALUE_KINDS[field] === 'number';

export const opsOf = (field: Field): Op[] => (isNumeric(field) ? ['gte', 'lte', 'eq', 'ne'] : ['eq', 'ne', 'in']);

export const isCriterion = (node: Node): node is Criterion => 'field' in node;
export const modeOf = (criteria: Criteria): 'all' | 'any' => ('all' in criteria ? 'all' : 'any');
export const nodesOf = (criteria: Criteria): Node[] => ('all' in criteria ? criteria.all : criteria.any);
export const criteriaOf = (mode: 'all' | 'any', nodes: Node[]): Criteria =>
  mode === 'all' ? { all: nodes } : { any: nodes };

export const newCriterion = (): Criterion => ({ field: 'kind', op: 'eq', value: 'consumer' });

/** Changes the field. The operator is kept if the new field has it; the value starts empty. */
export const withField = (criterion: Criterion, field: Field): Criterion => ({
  field,
  op: opsOf(field).includes(criterion.op) ? criterion.op : (opsOf(field)[0] ?? 'eq'),
  value: emptyValue(field, criterion.op),
});

/** Changes the operator: `in` takes an array, the others one value. */
export function withOp(criterion: Criterion, op: Op): Criterion {
  const { value } = criterion;
  if (op === 'in') return { ...criterion, op, value: Array.isArray(value) ? value : value === null ? [] : [value] };
  return { ...criterion, op, value: Array.isArray(value) ? (value[0] ?? emptyValue(criterion.field, op)) : value };
}

const emptyValue = (field: Field, op: Op): Criterion['value'] => {
  if (op === 'in' && !isNumeric(field)) return [];
  if (field === 'kind') return 'consumer';
  if (field === 'language') return 'fr';
  return isNumeric(field) ? 0 : VALUE_KINDS[field] === 'person' ? null : '';
};

/** Whether every criterion has a value. Otherwise the matching customers are not counted. */
export const isComplete = (criteria: Criteria): boolean => {
  const nodes = nodesOf(criteria);
  return nodes.length > 0 && nodes.every((node) => (isCriterion(node) ? hasValue(node) : isComplete(node)));
};

const hasValue = ({ op, value, field }: Criterion): boolean =>
  op === 'in' ? Array.isArray(value) && value.length > 0 : value !== '' && (value !== null || field === 'collector_id');
