import { queryClient } from '../../api/query-client.ts';
import { pagesQuery } from '../../table/use-pages.ts';
import { currentLanguage } from '../../words/language.ts';
import { readCases } from '../../work-list/work-list-query.ts';
import { askedIn, countersQuery, listKey } from './work-list-asked.ts';

/** Asks for what the address shows before the page is there to ask, and before it is known who is signed in. */
export function prefetchWorkList(params: URLSearchParams): void {
  const { filter, sort, narrowed } = askedIn(params);
  const list = pagesQuery(listKey({ filter, sort }, currentLanguage()), readCases(filter, sort));
  void queryClient.prefetchInfiniteQuery(list);
  void queryClient.prefetchQuery(countersQuery(narrowed));
}
