import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schema } from '../../api/client.ts';
import type { paths } from '../../api/schema.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import type { PaymentDialog } from '../../payment/payment-decisions.tsx';
import { PaymentDialogs } from '../../payment/payment-dialogs.tsx';
import { paymentSheetWords, withReversals } from '../../payment/payment-sheet.ts';
import { usePaymentColumns } from '../../payment/use-payment-columns.tsx';
import { Empty } from '../../states/empty.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { CurrencyChip } from '../../table/filter-chip.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { usePages } from '../../table/use-pages.ts';
import { customerName, customerNameIn } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { listTab, ListTabs } from './list-tabs.tsx';

type Payment = Schema<'ListedPayment'>;
type PaymentQuery = NonNullable<paths['/v1/payments']['get']['parameters']['query']>;

const words = defineWords(
  {
    title: 'Clients',
    list: 'Règlements des clients',
    customer: 'Client',
    text: 'Référence du règlement',
    one: 'règlement',
    many: 'règlements',
    file: 'reglements',
    none: 'Aucun règlement',
    noneHint: 'Chaque règlement reçu apparaîtra ici, avec son client et les factures qu’il a payées.',
    allAllocated: 'Tout est affecté',
    allAllocatedHint:
      'Les sommes reçues qui n’ont pas encore de facture se rangent ici\u00a0: d’ici leur affectation, les relances qu’elles couvrent sont à confirmer.',
    notFound: 'Aucun règlement de cette référence',
    notFoundHint: 'Vérifiez la référence, ou cherchez-la parmi tous les règlements.',
  },
  {
    title: 'Customers',
    list: 'Payments of customers',
    customer: 'Customer',
    text: 'Reference of the payment',
    one: 'payment',
    many: 'payments',
    file: 'payments',
    none: 'No payment',
    noneHint: 'Each payment that comes appears here, with its customer and the invoices that it paid.',
    allAllocated: 'All is allocated',
    allAllocatedHint:
      'Money that has no invoice yet is kept here: until it is allocated, reminders that it covers need confirming.',
    notFound: 'No payment of this reference',
    notFoundHint: 'Check the reference, or look for it among all payments.',
  },
);

const read = (query: PaymentQuery) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/payments', {
      params: { query: { ...query, limit: 100, count: true, ...(cursor ? { cursor } : {}) } },
    }),
  );

/** The payments of all customers: find one by its reference, allocate what is left. */
export function AllPayments() {
  const w = useWords(words);
  const inSheet = useWords(paymentSheetWords);
  const { count } = useFormats();
  const { params, get } = useAddress();
  const isFree = listTab(params) === 'unallocated';
  const [q, currency] = [get('q'), get('currency')];
  const query = { unallocated: isFree, ...(q ? { q } : {}), ...(currency ? { currency } : {}) };
  const [dialog, setDialog] = useState<PaymentDialog<Payment> | null>(null);
  const columns = useColumns(setDialog);
  const pages = usePages(['payments', query], read(query));
  const [none, hint] = q
    ? [w.notFound, w.notFoundHint]
    : isFree
      ? [w.allAllocated, w.allAllocatedHint]
      : [w.none, w.noneHint];
  return (
    <Page
      title={w.title}
      isFilled
      actions={<CsvButton path="/v1/payments" query={query} columns={withReversals(columns, inSheet)} name={w.file} />}
    >
      <ListTabs />
      <FilterBar>
        <FilterText label={w.text} w={220} />
        <CurrencyChip />
        <Text c="dimmed" ml="auto" className="figures">
          {pages.total === undefined ? '' : count(pages.total, w.one, w.many)}
        </Text>
      </FilterBar>
      <DataTable
        label={w.list}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={none} hint={hint} />}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      {dialog && (
        <PaymentDialogs dialog={dialog} customerId={dialog.payment.customer.id} close={() => setDialog(null)} />
      )}
    </Page>
  );
}

function useColumns(open: (dialog: PaymentDialog<Payment>) => void): ColumnDef<Payment>[] {
  const w = useWords(words);
  const { language } = useLanguage();
  const columns = usePaymentColumns<Payment>(null, open);
  return useMemo(() => {
    const customer: ColumnDef<Payment> = {
      id: 'customer',
      header: w.customer,
      meta: { width: 'minmax(140px, 1.4fr)', sheet: { text: customerNameIn(language) } },
      cell: ({
        row: {
          original: { customer: payer },
        },
      }) => (
        <Anchor
          component={Link}
          to={`/clients/${payer.id}?tab=payments`}
          size="sm"
          fw={560}
          truncate
          title={customerName(payer, language)}
        >
          {customerName(payer, language)}
        </Anchor>
      ),
    };
    return [...columns.slice(0, 1), customer, ...columns.slice(1)];
  }, [w, language, columns]);
}
