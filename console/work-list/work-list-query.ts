import type { paths } from '../api/schema.ts';
import { answerOf, api } from '../api/client.ts';

type Asked = NonNullable<paths['/v1/invoices']['get']['parameters']['query']>;

/** The filters of the work list, as `GET /v1/invoices`, its counters and runs accept them. */
export type CaseFilter = Omit<Asked, 'limit' | 'cursor' | 'sort' | 'count' | 'language'>;
export type CaseSort = NonNullable<Asked['sort']>;

/** The filters kept in the address bar, under their names in the API. */
export const FILTER_NAMES = [
  'q',
  'customer_id',
  'customer_kind',
  'collector_id',
  'currency',
  'scenario_id',
  'level',
  'hold',
  'days_late_min',
  'days_late_max',
  'due_after',
  'due_before',
  'min_balance_cents',
] as const;

const NUMBERS: ReadonlySet<string> = new Set(['level', 'days_late_min', 'days_late_max', 'min_balance_cents']);

/** Reads the filters from the address, without the chosen counter. */
export function filterOf(params: URLSearchParams): CaseFilter {
  const said = FILTER_NAMES.flatMap((name) => {
    const value = params.get(name);
    if (!value) return [];
    return [[name, NUMBERS.has(name) ? Number(value) : value] as const];
  });
  return Object.fromEntries(said);
}

/** The first page fills a screen. Later pages are larger. */
const FIRST_PAGE = 40;
const NEXT_PAGES = 150;

/** One page of the work list. */
export const readCases = (filter: CaseFilter, sort: CaseSort) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/invoices', {
      params: { query: { ...filter, sort, limit: cursor ? NEXT_PAGES : FIRST_PAGE, ...(cursor ? { cursor } : {}) } },
    }),
  );
