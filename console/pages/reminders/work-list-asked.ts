import { answerOf, api } from '../../api/client.ts';
import type { Language } from '../../words/language.ts';
import { type CaseFilter, type CaseSort, filterOf } from '../../work-list/work-list-query.ts';
import { beside, type Counter, counterOf } from './counters.ts';

/** The query parameter for the counter. */
export const VIEW = 'vue';

/** What the address says about the work list. */
interface Asked {
  counter: Counter;
  /** The filters without the counter's own, which the counters are computed with. */
  narrowed: CaseFilter;
  filter: CaseFilter;
  sort: CaseSort;
}

export function askedIn(params: URLSearchParams): Asked {
  const counter = counterOf(params.get(VIEW) ?? undefined);
  const narrowed = beside(counter, filterOf(params));
  const sort = (params.get('sort') ?? 'due_on') as CaseSort;
  return { counter, narrowed, filter: { ...narrowed, ...counter.filter }, sort };
}

export const listKey = ({ filter, sort }: Pick<Asked, 'filter' | 'sort'>, language: Language) =>
  ['invoices', 'list', filter, sort, language] as const;

export const countersQuery = (narrowed: CaseFilter) => ({
  queryKey: ['invoices', 'counters', narrowed],
  queryFn: () => answerOf(api.GET('/v1/invoices/counters', { params: { query: narrowed } })),
});
