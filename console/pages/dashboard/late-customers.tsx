import { Anchor, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { listOf } from '../../figures/list-of.ts';
import { CsvButton } from '../../table/csv-button.tsx';
import { ownNameIn, customerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { DASHBOARD, Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Clients en retard',
    hint: 'Ceux qui ont au moins une facture en retard\u00a0; les plus gros montants d’abord.',
    one: 'client',
    many: 'clients',
    name: 'Client',
    reference: 'Référence',
    balance: 'Reste dû',
    amount: 'En retard',
    export: 'Exporter les clients en retard',
    file: 'clients-en-retard',
  },
  {
    title: 'Late customers',
    hint: 'Those with at least one late invoice; the largest amounts first.',
    one: 'customer',
    many: 'customers',
    name: 'Customer',
    reference: 'Reference',
    balance: 'Left to pay',
    amount: 'Overdue',
    export: 'Export the late customers',
    file: 'late-customers',
  },
);

const SHOWN = 5;

/** Second report: the late customers, each with a link to the late invoices. */
export function LateCustomers({ figures, narrowed }: ReportProps) {
  const w = useWords(words);
  const { money, count, language } = useFormats();
  const late = { late: true, sort: '-overdue_cents' as const };
  const { collectorId } = narrowed;
  const query = { ...late, ...(collectorId ? { collector_id: collectorId } : {}), currency: figures.currency };
  const { data } = useQuery({
    queryKey: [...DASHBOARD, 'late-customers', query],
    queryFn: () => answerOf(api.GET('/v1/customers', { params: { query: { ...query, limit: SHOWN } } })),
    refetchInterval: 60_000,
  });
  const sheet = [
    { header: w.name, meta: { sheet: { text: ownNameIn(language) } } },
    { header: w.reference, meta: { sheet: { text: 'reference' } } },
    { header: w.amount, meta: { sheet: { money: 'overdue_cents' } } },
    { header: w.balance, meta: { sheet: { money: 'balance_cents' } } },
  ];
  return (
    <Report title={w.title} hint={w.hint}>
      <Anchor
        component={Link}
        className={classes.figure}
        to={listOf('/clients', { late: 'true', sort: '-overdue_cents' }, narrowed)}
      >
        {count(figures.late_customers, w.one, w.many)}
      </Anchor>
      <table className={classes.table} style={{ minHeight: 190 }}>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {(data?.data ?? []).map((customer) => (
            <tr key={customer.id}>
              <td>
                <Anchor
                  component={Link}
                  to={`/clients/${customer.id}${narrowed.otherCurrency ? `?currency=${narrowed.otherCurrency}` : ''}`}
                  size="sm"
                >
                  {customerName(customer, language)}
                </Anchor>
              </td>
              <td>{money(customer.overdue_cents, customer.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group mt="sm">
        <CsvButton path="/v1/customers" query={query} columns={sheet} name={w.file} label={w.export} />
      </Group>
    </Report>
  );
}
