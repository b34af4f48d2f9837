import type { z } from 'zod';
import type { Fault } from '../../facts/refused.ts';

type Issue = z.core.$ZodIssue;

/** A JSON pointer (RFC 6901): `/address/lines/0`; the whole body is the empty string. */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A limit, because the answer to a body of 1 MB could be many times longer than the body. */
const MOST_FAULTS = 100;

/** Turns zod's issues into faults: where, what, and what to do. Lists the first hundred and says how many more there are. */
export function faultsOf(issues: readonly Issue[], under: readonly PropertyKey[] = []): Fault[] {
  const faults: Fault[] = [];
  for (const issue of issues) {
    if (faults.length >= MOST_FAULTS) break;
    faults.push(...faultsOfIssue(issue, [...under, ...issue.path]));
  }
  const more = issues.reduce((sum, issue) => sum + countOf(issue), 0) - MOST_FAULTS;
  if (more <= 0) return faults;
  const rest = {
    pointer: '',
    detail: `There are ${more} more faults.`,
    fix: 'Correct these first, and send it again.',
  };
  return [...faults.slice(0, MOST_FAULTS), rest];
}

const countOf = (issue: Issue): number => (issue.code === 'unrecognized_keys' ? issue.keys.length : 1);

function faultsOfIssue(issue: Issue, path: PropertyKey[]): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MOST_FAULTS).map((key) => ({
      pointer: toPointer([...path, key]),
      detail: `There is no field ${JSON.stringify(key.slice(0, 80))} here.`,
      fix: 'Take it out, or look up its name in /openapi.json.',
    }));
  }
  if (issue.code === 'invalid_union') {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0];
    if (nearest && nearest.length > 0) return faultsOf(nearest, path);
  }
  return [{ pointer: toPointer(path), detail: `${issue.message}.`.replace(/\.\.$/, '.'), fix: fixOf(issue) }];
}

function fixOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `Add it: a value of type ${issue.expected}.`
        : `Send a value of type ${issue.expected}.`;
    case 'too_small':
      return `Send ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unit(issue.origin)}.`;
    case 'too_big':
      return `Send ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unit(issue.origin)}.`;
    case 'invalid_value':
      return `Send one of: ${issue.values.map(String).join(', ')}.`;
    case 'invalid_format':
      return `Send it in the form ${EXAMPLES[issue.format] ?? 'that /openapi.json describes'}.`;
    case 'custom':
      return typeof issue.params?.['fix'] === 'string' ? issue.params['fix'] : 'Correct it and send it again.';
    default:
      return 'Correct it as /openapi.json describes.';
  }
}

const EXAMPLES: Record<string, string> = {
  guid: 'of a UUID, such as an id that the API gave',
  date: '2026-11-22',
  datetime: '2026-11-22T08:00:00Z',
  email: 'name@example.org',
  url: 'https://example.org/path',
};

const unit = (origin: string): string =>
  origin === 'string' ? ' characters' : origin === 'array' || origin === 'set' ? ' items' : '';
