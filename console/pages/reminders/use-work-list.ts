import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useAddress } from '../../frame/use-address.ts';
import { useWholeSelection } from '../../table/whole-selection.ts';
import { usePages } from '../../table/use-pages.ts';
import { useLanguage } from '../../words/language.ts';
import { type CaseFilter, type CaseSort, filterOf, readCases } from '../../work-list/work-list-query.ts';
import { counterOf } from './counters.ts';

/** The query parameter that keeps the counter. */
const VIEW = 'vue';

/** What the work list shows: from the address, the counter's list narrowed by the filters, with what is ticked. */
export function useWorkList() {
  const { get, set, params } = useAddress();
  const { language } = useLanguage();
  const counter = counterOf(get(VIEW));
  const narrowed = useMemo(() => filterOf(params), [params]);
  const filter: CaseFilter = useMemo(() => ({ ...narrowed, ...counter.filter }), [narrowed, counter]);
  const sort = (get('sort') ?? 'due_on') as CaseSort;
  const pages = usePages(['invoices', 'list', filter, sort, language], readCases(filter, sort));
  const counters = useQuery({
    queryKey: ['invoices', 'counters', narrowed],
    queryFn: () => answerOf(api.GET('/v1/invoices/counters', { params: { query: narrowed } })),
    placeholderData: keepPreviousData,
  });
  const selection = useWholeSelection(JSON.stringify(filter), pages.rows);
  return {
    counter,
    choose: (name: string) => set({ [VIEW]: name === 'all' ? null : name }),
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
