import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAddress } from '../../frame/use-address.ts';
import { useWholeSelection } from '../../table/whole-selection.ts';
import { usePages } from '../../table/use-pages.ts';
import { useLanguage } from '../../words/language.ts';
import { readCases } from '../../work-list/work-list-query.ts';
import { prefetchCounter } from './prefetch-work-list.ts';
import { askedIn, countersQuery, listKey, VIEW } from './work-list-asked.ts';

/** What the work list shows: from the address, the counter's list narrowed by the filters, with what is ticked. */
export function useWorkList() {
  const { set, params } = useAddress();
  const { language } = useLanguage();
  const { counter, narrowed, filter, sort } = useMemo(() => askedIn(params), [params]);
  const pages = usePages(listKey({ filter, sort }, language), readCases(filter, sort));
  const counters = useQuery({ ...countersQuery(narrowed), placeholderData: keepPreviousData });
  const selection = useWholeSelection(JSON.stringify(filter), pages.rows);
  return {
    counter,
    choose: (name: string) => set({ [VIEW]: name === 'all' ? null : name }),
    prefetch: (name: string) => prefetchCounter(params, name),
    filter,
    sort,
    setSort: (next: string) => set({ sort: next }),
    pages,
    figures: counters.data,
    /** How many and how much the whole list is, loaded or not. */
    whole: counters.data?.[counter.name],
    selection,
  };
}

export type WorkList = ReturnType<typeof useWorkList>;
