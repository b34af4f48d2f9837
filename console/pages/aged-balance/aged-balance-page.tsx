import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AgedFilters } from './aged-filters.tsx';
import { agedFilter, type AgedQuery } from './aged-query.ts';
import { AgedTotals } from './aged-totals.tsx';
import { agedWords } from './aged-words.ts';
import { customerOf, useAgedColumns, useAgedSheet } from './use-aged-columns.tsx';

/** The server sums up everything that is open for each request. */
const EVERY_MINUTE = 60_000;

const read = (query: AgedQuery) => async (cursor: string | undefined) => {
  const params = { query: { ...query, limit: 100, ...(cursor ? { cursor } : {}) } };
  const page = await answerOf(api.GET('/v1/aged-balance', { params }));
  return { ...page, data: page.data.map((row) => ({ ...row, id: row.customer_id })) };
};

/** What each customer owes by age of the debt, with totals. Each figure links to its cases. */
export function AgedBalancePage() {
  const w = useWords(agedWords);
  const { count, day } = useFormats();
  const { currency: own } = useSession();
  const { params, get, set } = useAddress();
  const navigate = useNavigate();
  const filter = useMemo(() => agedFilter(params), [params]);
  const currency = get('currency') ?? own;
  const sort = (get('sort') ?? '-total_cents') as NonNullable<AgedQuery['sort']>;
  const query = { ...filter, currency, sort };
  const pages = usePages(['aged-balance', query], read(query), EVERY_MINUTE);
  const {
    data: totals,
    error,
    refetch,
  } = useQuery({
    queryKey: ['aged-balance', 'totals', filter],
    queryFn: () => answerOf(api.GET('/v1/aged-balance/totals', { params: { query: filter } })),
    placeholderData: keepPreviousData,
    refetchInterval: EVERY_MINUTE,
  });
  const columns = useAgedColumns(own);
  const sheet = useAgedSheet(columns);
  const customers = totals?.data.find((of) => of.currency === currency)?.customers ?? 0;
  const isNarrowed = Object.keys(filter).length > 0 || currency !== own;
  return (
    <Page
      title={w.title}
      isFilled
      actions={<CsvButton path="/v1/aged-balance" query={query} columns={sheet} name={w.file} />}
    >
      <AgedFilters
        currencies={totals?.data.map((of) => of.currency) ?? []}
        counted={totals ? `${count(customers, w.one, w.many)} ${w.asOf(day(totals.today_on))}` : ''}
      />
      {totals ? (
        <AgedTotals totals={totals.data} filter={filter} own={own} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Loading lines={2} />
      )}
      <DataTable
        label={w.list}
        columns={columns}
        isDense
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={isNarrowed ? w.noneFits : w.none} hint={isNarrowed ? w.noneFitsHint : w.noneHint} />}
        sort={sort}
        onSort={(next) => set({ sort: next })}
        onOpen={(row) => void navigate(customerOf(row, own))}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
    </Page>
  );
}
