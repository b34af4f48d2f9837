import { isUuid } from '../format/uuid.ts';
import {
  type Criteria,
  type CriteriaNode,
  CRITERION_FIELDS,
  type CriterionField,
  type CriterionOp,
  type FieldRule,
  OPS_OF,
} from './criteria.ts';

/** What is wrong, and the path to it: property names and list positions. */
export interface CriteriaFault {
  path: (string | number)[];
  message: string;
}

const MAX_DEPTH = 5;
const MAX_IN_LIST = 50;
const MAX_TEXT = 100;

/** Reads criteria from JSON and reports all faults at once; `criteria` is null when there is any. */
export function readCriteria(value: unknown): { criteria: Criteria | null; faults: CriteriaFault[] } {
  const faults: CriteriaFault[] = [];
  const criteria = readList(value, [], faults);
  return { criteria: faults.length === 0 ? criteria : null, faults };
}

type Path = CriteriaFault['path'];

function readList(value: unknown, path: Path, faults: CriteriaFault[]): Criteria | null {
  const fault = (message: string, at: Path = path) => void faults.push({ path: at, message });
  if (!isObject(value)) return (fault('must be {all: […]} or {any: […]}'), null);
  const [name, ...others] = Object.keys(value);
  if ((name !== 'all' && name !== 'any') || others.length > 0) {
    const other = [name, ...others].find((key) => key !== undefined && key !== 'all' && key !== 'any');
    return (fault('must have either all or any, and nothing else', other ? [...path, other] : path), null);
  }
  const list = value[name];
  const here = [...path, name];
  if (!Array.isArray(list) || list.length === 0 || list.length > MAX_IN_LIST)
    return (fault(`must be a list of 1 to ${MAX_IN_LIST} criteria`, here), null);
  if (path.length >= MAX_DEPTH * 2) return (fault(`must not be nested deeper than ${MAX_DEPTH}`, here), null);
  const nodes = list.map((node: unknown, index) => readNode(node, [...here, index], faults));
  const read = nodes.filter((node): node is CriteriaNode => node !== null);
  return name === 'all' ? { all: read } : { any: read };
}

function readNode(value: unknown, path: Path, faults: CriteriaFault[]): CriteriaNode | null {
  if (!isObject(value) || !('field' in value || 'op' in value || 'value' in value)) {
    return readList(value, path, faults);
  }
  const before = faults.length;
  const extra = Object.keys(value).filter((key) => !['field', 'op', 'value'].includes(key));
  for (const key of extra) faults.push({ path: [...path, key], message: 'is not known' });
  const { field, op } = value;
  const rule = typeof field === 'string' && Object.hasOwn(CRITERION_FIELDS, field) ? ruleOf(field) : null;
  if (!rule) {
    const known = Object.keys(CRITERION_FIELDS).join(', ');
    faults.push({ path: [...path, 'field'], message: `must be one of ${known}` });
    return null;
  }
  if (!OPS_OF[rule.kind].includes(op as CriterionOp)) {
    faults.push({
      path: [...path, 'op'],
      message: `must be one of ${OPS_OF[rule.kind].join(', ')} for ${String(field)}`,
    });
    return null;
  }
  faults.push(...faultsOfValue(rule, op as CriterionOp, value['value'], [...path, 'value']));
  if (faults.length > before) return null;
  return { field: field as CriterionField, op: op as CriterionOp, value: plain(rule, value['value']) as never };
}

/** Lower-cases ids, as the database writes them. */
function plain({ kind }: FieldRule, value: unknown): unknown {
  if (kind !== 'id') return value;
  return Array.isArray(value)
    ? value.map((one: unknown) => plain({ kind } as FieldRule, one))
    : typeof value === 'string'
      ? value.toLowerCase()
      : value;
}

function faultsOfValue(rule: FieldRule, op: CriterionOp, value: unknown, path: Path): CriteriaFault[] {
  if (op !== 'in') {
    const message = faultOfScalar(rule, value);
    return message ? [{ path, message }] : [];
  }
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_IN_LIST * 10)
    return [{ path, message: `must be a list of 1 to ${MAX_IN_LIST * 10} values` }];
  return value.flatMap((one: unknown, index) => {
    const message = faultOfScalar(rule, one);
    return message ? [{ path: [...path, index], message }] : [];
  });
}

function faultOfScalar({ kind, values }: FieldRule, value: unknown): string | null {
  if (kind === 'number') return Number.isSafeInteger(value) ? null : 'must be a whole number';
  if (kind === 'id') return value === null || isUuid(value) ? null : 'must be an id or null';
  if (typeof value !== 'string' || value === '' || value.length > MAX_TEXT)
    return `must be a text of 1 to ${MAX_TEXT} characters`;
  return !values || values.includes(value) ? null : `must be one of ${values.join(', ')}`;
}

const ruleOf = (field: string): FieldRule => CRITERION_FIELDS[field as CriterionField];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
