import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useAddress } from '../../frame/use-address.ts';
import { useWholeSelection } from '../../table/whole-selection.ts';
import { isNarrowed } from '../../table/is-narrowed.ts';
import { usePages } from '../../table/use-pages.ts';
import { useLanguage } from '../../words/language.ts';
import { readCases } from '../../work-list/work-list-query.ts';
import { prefetchCounters } from './prefetch-work-list.ts';
import { askedIn, countersQuery, listKey } from './work-list-asked.ts';

/** The state of the work list from the address: the counter, the filters, the rows and the selection. */
export function useWorkList() {
  const { params } = useAddress();
  const { language } = useLanguage();
  const { counter, narrowed, filter, sort } = useMemo(() => askedIn(params), [params]);
  const pages = usePages(listKey({ filter, sort }, language), readCases(filter, sort));
  const counters = useQuery({ ...countersQuery(narrowed), placeholderData: keepPreviousData });
  useReadyCounters(JSON.stringify([narrowed, sort]), pages.rows !== undefined && !pages.isStale);
  /** Count and amount of the whole list, loaded or not. */
  const whole = counters.data?.[counter.name];
  const selection = useWholeSelection({
    filterKey: JSON.stringify(filter),
    total: whole?.count ?? 0,
    readAll: pages.readAll,
  });
  return {
    counter,
    filter,
    sort,
    pages,
    figures: counters.data,
    whole,
    /** True when all open cases are listed, with no counter and no filter. */
    isWhole: counter.name === 'all' && !isNarrowed(narrowed),
    /** A filter is set beside the counter. */
    isFiltered: isNarrowed(narrowed),
    selection,
  };
}

/**
 * Once the chosen rows are loaded, prefetches those of the other counters. `narrowed` identifies the filters and the
 * order.
 */
function useReadyCounters(narrowed: string, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    const leaving = new AbortController();
    void prefetchCounters(window.location.search, leaving.signal);
    return () => leaving.abort();
  }, [narrowed, isThere]);
}

export type WorkList = ReturnType<typeof useWorkList>;
