import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { listOf } from '../../figures/list-of.ts';
import { CsvButton } from '../../table/csv-button.tsx';
import { customerName, customerNameIn } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { DASHBOARD, Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Total échu',
    hint: 'Reste dû sur les factures échues à ce jour (aujourd’hui compris).',
    overdue: (amount: string) => `dont ${amount} en retard`,
    largest: 'Plus grosses factures en retard',
    amount: 'Reste dû',
    number: 'Pièce',
    customer: 'Client',
    reference: 'Référence client',
    due: 'Échéance',
    daysLate: 'Jours de retard',
    export: 'Exporter les factures en retard',
    file: 'factures-en-retard',
  },
  {
    title: 'Total due or overdue',
    hint: 'What is left to pay on invoices due today or before.',
    overdue: (amount: string) => `of which ${amount} overdue`,
    largest: 'Largest late invoices',
    amount: 'Left to pay',
    number: 'Invoice',
    customer: 'Customer',
    reference: 'Customer reference',
    due: 'Due',
    daysLate: 'Days late',
    export: 'Export the late invoices',
    file: 'late-invoices',
  },
);

const SHOWN = 4;
const LATE = { status: 'open', days_late_min: 1 } as const;

/** First report: what is due, how much of it is late, and the largest late invoices. */
export function TotalDue({ figures, narrowed }: ReportProps) {
  const w = useWords(words);
  const { money, language } = useFormats();
  const { total_due_cents, overdue_cents, currency } = figures;
  const { collectorId } = narrowed;
  const query = { ...LATE, ...(collectorId ? { collector_id: collectorId } : {}), currency: figures.currency };
  const { data } = useQuery({
    queryKey: [...DASHBOARD, 'largest-late', query],
    refetchInterval: 60_000,
    queryFn: () =>
      answerOf(api.GET('/v1/invoices', { params: { query: { ...query, sort: '-balance_cents', limit: SHOWN } } })),
  });
  const sheet = [
    { header: w.customer, meta: { sheet: { text: customerNameIn(language) } } },
    { header: w.reference, meta: { sheet: { text: 'customer_reference' } } },
    { header: w.number, meta: { sheet: { text: 'number' } } },
    { header: w.due, meta: { sheet: { day: 'due_on' } } },
    { header: w.daysLate, meta: { sheet: { number: 'days_late' } } },
    { header: w.amount, meta: { sheet: { money: 'balance_cents' } } },
  ];
  return (
    <Report title={w.title} hint={w.hint}>
      <Anchor
        component={Link}
        className={classes.figure}
        to={listOf('/relances', { status: 'open', days_late_min: 0 }, narrowed)}
      >
        {money(total_due_cents, currency)}
      </Anchor>
      <Text mb={6}>
        <Anchor component={Link} size="sm" to={listOf('/relances', LATE, narrowed)} className="figures">
          {w.overdue(money(overdue_cents, currency))}
        </Anchor>
      </Text>
      <table className={classes.table} style={{ minHeight: 160 }}>
        <thead>
          <tr>
            <th scope="col">{w.largest}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {(data?.data ?? []).map((invoice) => (
            <tr key={invoice.id}>
              <td>
                <Anchor component={Link} to={`/dossiers/${invoice.id}`} size="sm">
                  {invoice.number} · {customerName(invoice.customer, language)}
                </Anchor>
              </td>
              <td>{money(invoice.balance_cents, invoice.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Group mt="sm">
        <CsvButton path="/v1/invoices" query={query} columns={sheet} name={w.file} label={w.export} />
      </Group>
    </Report>
  );
}
