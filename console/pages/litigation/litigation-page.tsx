import { Text } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { showInDrawer } from '../../frame/show-in-drawer.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { otherCurrencies } from '../../table/other-currencies.ts';
import { usePages } from '../../table/use-pages.ts';
import { useWholeSelection } from '../../table/whole-selection.ts';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { CaseDrawer } from '../../work-list/case-drawer.tsx';
import { CaseFilters } from '../../work-list/case-filters.tsx';
import { withCustomer } from '../../work-list/case-sheets.ts';
import { ColumnChoice, useColumnChoice } from '../../work-list/column-choice.tsx';
import { columnWords } from '../../work-list/column-words.ts';
import { LitigationDialog } from '../../work-list/litigation-dialog.tsx';
import { prefetchCase } from '../../work-list/prefetch-case.ts';
import { type CaseSort, filterOf, readCases } from '../../work-list/work-list-query.ts';
import { ExportButton } from './export-button.tsx';
import { LitigationBar } from './litigation-bar.tsx';
import { litigationPageWords } from './litigation-page-words.ts';
import { useLitigationColumns } from './use-litigation-columns.tsx';

const COLUMNS = {
  keptUnder: 'relance-litigation-columns',
  notAtFirst: new Set(['issued_on', 'referrer', 'notary', 'call', 'case_file', 'collector', 'scenario', 'mission']),
};

/** The cases in litigation: how many, how much, ending litigation, and exporting the files for those who take over. */
export function LitigationPage() {
  const w = useWords(litigationPageWords);
  const { apart } = useWords(otherCurrencies);
  const { count, money } = useFormats();
  const { currency } = useSession();
  const { params, get, set } = useAddress();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { invoiceId } = useParams();
  const filter = useMemo(() => ({ ...filterOf(params), hold: 'litigation' as const }), [params]);
  const sort = (get('sort') ?? '-balance_cents') as CaseSort;
  const pages = usePages(['invoices', 'list', filter, sort, language], readCases(filter, sort));
  const { data: counters } = useQuery({
    queryKey: ['invoices', 'counters', filter],
    queryFn: () => answerOf(api.GET('/v1/invoices/counters', { params: { query: filter } })),
    placeholderData: keepPreviousData,
  });
  const selection = useWholeSelection({
    filterKey: JSON.stringify(filter),
    total: counters?.litigation.count ?? 0,
    readAll: pages.readAll,
  });
  const all = useLitigationColumns();
  const columnWord = useWords(columnWords);
  const { shown, choose } = useColumnChoice(all, COLUMNS);
  const open = (id: string | null) => showInDrawer('/contentieux', id);
  const figures = counters?.litigation;
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <>
          <ColumnChoice all={all} shown={shown} choose={choose} />
          <CsvButton
            path="/v1/invoices"
            query={{ ...filter, sort }}
            columns={withCustomer(shown, columnWord)}
            name={w.csv}
          />
          <ExportButton
            label={w.exportAll(count(figures?.count ?? 0, w.one, w.many))}
            filter={filter}
            isDisabled={!figures?.count}
          />
        </>
      }
    >
      <FilterBar>
        <CaseFilters withoutHold />
        <Text ml="auto" fw={560} className="figures">
          {figures
            ? [
                w.total(count(figures.count, w.one, w.many), money(figures.balance_cents, get('currency') ?? currency)),
                ...(figures.other_currencies === undefined ? [] : [apart]),
              ].join(' ')
            : ''}
        </Text>
      </FilterBar>
      <DataTable
        label={w.list}
        columns={shown}
        isDense
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        sort={sort}
        onSort={(next) => set({ sort: next })}
        selection={selection}
        nameOf={({ number }) => number}
        onOpen={({ id }) => open(id)}
        openId={invoiceId}
        onHover={({ id }) => prefetchCase(queries, id)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      <LitigationBar rows={pages.rows ?? []} selection={selection} />
      <CaseDrawer invoiceId={invoiceId} close={() => open(null)} />
      <LitigationDialog />
    </Page>
  );
}
