import {
  type Criteria,
  type CriteriaNode,
  type Criterion,
  CRITERION_FIELDS,
  type CriterionValue,
  type CustomerFigures,
} from './criteria.ts';

/**
 * Whether a customer fits. Of tags, `eq` means that he has it, `ne` that he has not, `in` that he has one of them. What is
 * not known (`average_days_to_pay` of somebody who never paid) fits `ne` and nothing else.
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

/** A group, as far as it decides who belongs to it. */
export interface Grouping {
  id: string;
  /** 1 is asked first. */
  priority: number;
  criteria: Criteria;
}

/** The order in which groups are asked: by priority, the older first of two that have the same. */
export function inPriority<Group extends Grouping>(groups: readonly Group[]): Group[] {
  return [...groups].sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The group that a customer belongs to: the first he fits, of groups in their order (`inPriority`). */
export function groupOf<Group extends Grouping>(ordered: readonly Group[], figures: CustomerFigures): Group | null {
  return ordered.find(({ criteria }) => fits(criteria, figures)) ?? null;
}
