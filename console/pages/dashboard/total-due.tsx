import { Anchor, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { CsvButton } from '../../table/csv-button.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { listOf, Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Total dû à échéance ou dépassé',
    hint: 'Ce qui reste à payer sur les factures échues aujourd’hui ou avant.',
    overdue: (amount: string) => `dont ${amount} en retard`,
    export: 'Exporter les factures en retard',
    file: 'factures-en-retard',
  },
  {
    title: 'Total due or overdue',
    hint: 'What is left to pay on invoices due today or before.',
    overdue: (amount: string) => `of which ${amount} overdue`,
    export: 'Export the late invoices',
    file: 'late-invoices',
  },
);

/** First report: what is due, and how much of it is late. */
export function TotalDue({ figures, collectorId }: ReportProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const { total_due_cents, overdue_cents, currency } = figures;
  const late = { status: 'open', days_late_min: 1 };
  return (
    <Report title={w.title} hint={w.hint}>
      <Anchor
        component={Link}
        className={classes.figure}
        to={listOf('/relances', { status: 'open', days_late_min: 0 }, collectorId)}
      >
        {money(total_due_cents, currency)}
      </Anchor>
      <Text mb="md">
        <Anchor component={Link} size="sm" to={listOf('/relances', late, collectorId)} className="figures">
          {w.overdue(money(overdue_cents, currency))}
        </Anchor>
      </Text>
      <Group>
        <CsvButton path="/v1/invoices" query={{ ...late, collector_id: collectorId }} name={w.file} label={w.export} />
      </Group>
    </Report>
  );
}
