import { queryClient } from '../../api/query-client.ts';
import { onRest } from '../../frame/on-rest.ts';
import { pagesQuery } from '../../table/use-pages.ts';
import { currentLanguage } from '../../words/language.ts';
import { readCases } from '../../work-list/work-list-query.ts';
import { type CounterName, COUNTERS } from './counters.ts';
import { askedIn, countersQuery, listKey, VIEW } from './work-list-asked.ts';

/** Requests the data of a work list's address before the page is loaded. */
export function prefetchWorkList(params: URLSearchParams): void {
  void prefetchRows(params);
  void queryClient.prefetchQuery(countersQuery(askedIn(params).narrowed));
}

/** Refetches another counter's rows when the pointer rests on it. */
export function prefetchCounter(counter: CounterName): void {
  const params = ofCounter(counter, window.location.search);
  onRest(() => void prefetchRows(params));
}

/**
 * Prefetches the rows of all counters, one after the other while the browser is idle. Choosing a counter then shows
 * them at once and refetches them.
 */
export async function prefetchCounters(search: string, signal: AbortSignal): Promise<void> {
  for (const { name } of COUNTERS) {
    await idle();
    if (signal.aborted) return;
    await prefetchRows(ofCounter(name, search), READY_MS);
  }
}

/** Prefetched rows are not fetched again within this time. */
const READY_MS = 60_000;

/** Without `requestIdleCallback`, a short delay has to do. */
const idle = () =>
  new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 50);
  });

function ofCounter(counter: CounterName, search: string): URLSearchParams {
  const params = new URLSearchParams(search);
  params.set(VIEW, counter);
  return params;
}

function prefetchRows(params: URLSearchParams, staleTime?: number): Promise<void> {
  const { filter, sort } = askedIn(params);
  const list = pagesQuery(listKey({ filter, sort }, currentLanguage()), readCases(filter, sort));
  return queryClient.prefetchInfiniteQuery({ ...list, ...(staleTime ? { staleTime } : {}) });
}
