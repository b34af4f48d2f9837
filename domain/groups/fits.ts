import {
  type Criteria,
  type CriteriaNode,
  type Criterion,
  CRITERION_FIELDS,
  type CriterionValue,
  type CustomerFigures,
} from './criteria.ts';

/**
 * Whether a customer fits. For tags, `eq` means that the customer has the tag, `ne` that not, `in` that at least one is
 * present. An unknown value (`average_days_to_pay` without any paid invoice) fits only `ne`.
 */
export function fits(criteria: Criteria, figures: CustomerFigures): boolean {
  return 'all' in criteria
    ? criteria.all.every((node) => nodeFits(node, figures))
    : criteria.any.some((node) => nodeFits(node, figures));
}

function nodeFits(node: CriteriaNode, figures: CustomerFigures): boolean {
  return 'field' in node ? criterionFits(node, figures) : fits(node, figures);
}

function criterionFits({ field, op, value }: Criterion, figures: CustomerFigures): boolean {
  const found = CRITERION_FIELDS[field].of(figures);
  const wanted = Array.isArray(value) ? (value as readonly CriterionValue[]) : [value as CriterionValue];
  const isOneOf = wanted.some((one) => (Array.isArray(found) ? found.includes(one) : found === one));
  if (op === 'eq' || op === 'in') return isOneOf;
  if (op === 'ne') return !isOneOf;
  const [bound] = wanted;
  if (typeof found !== 'number' || typeof bound !== 'number') return false;
  return op === 'gte' ? found >= bound : found <= bound;
}

/** What decides who belongs to a group. */
export interface Grouping {
  id: string;
  /** Groups are checked in ascending order: 1 first. */
  priority: number;
  criteria: Criteria;
}

/** Groups in the order in which they are checked: by priority, and the older one first when two have the same. */
export function inPriority<Group extends Grouping>(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The group of a customer: the first one that fits; `ordered` comes from `inPriority`. Null when none fits. */
export function groupOf<Group extends Grouping>(ordered: readonly Group[], figures: CustomerFigures): Group | null {
  return ordered.find(({ criteria }) => fits(criteria, figures)) ?? null;
}
