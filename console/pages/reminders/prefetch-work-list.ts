import { queryClient } from '../../api/query-client.ts';
import { onRest } from '../../frame/on-rest.ts';
import { pagesQuery } from '../../table/use-pages.ts';
import { currentLanguage } from '../../words/language.ts';
import { readCases } from '../../work-list/work-list-query.ts';
import { askedIn, countersQuery, listKey, VIEW } from './work-list-asked.ts';

/** Asks for what an address of the work list shows, before the page is there to ask. */
export function prefetchWorkList(params: URLSearchParams): void {
  prefetchRows(params);
  void queryClient.prefetchQuery(countersQuery(askedIn(params).narrowed));
}

/** Has another counter's rows ready when the pointer rests on it. */
export function prefetchCounter(params: URLSearchParams, counter: string): void {
  const next = new URLSearchParams(params);
  next.set(VIEW, counter);
  onRest(() => prefetchRows(next));
}

function prefetchRows(params: URLSearchParams): void {
  const { filter, sort } = askedIn(params);
  const list = pagesQuery(listKey({ filter, sort }, currentLanguage()), readCases(filter, sort));
  void queryClient.prefetchInfiniteQuery(list);
}
