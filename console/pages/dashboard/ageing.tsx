import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { AmountBars } from '../../charts/amount-bars.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { type Figures, listOf, Report, type ReportProps } from './report.tsx';

type Bucket = Figures['ageing'][number]['bucket'];

const words = defineWords(
  {
    title: 'Balance âgée',
    hint: 'Ce qui reste à payer, selon le retard.',
    late: 'Retard',
    amount: 'Reste dû',
    not_due: 'Non échu',
    '0_30': '0–30\u00a0j',
    '31_60': '31–60\u00a0j',
    '61_90': '61–90\u00a0j',
    over_90: '>\u00a090\u00a0j',
  },
  {
    title: 'Ageing balance',
    hint: 'What is left to pay, by how late it is.',
    late: 'Late',
    amount: 'Left to pay',
    not_due: 'Not due',
    '0_30': '0–30 d',
    '31_60': '31–60 d',
    '61_90': '61–90 d',
    over_90: '> 90 d',
  },
);

const DAYS: Record<Bucket, Record<string, number>> = {
  not_due: { days_late_max: -1 },
  '0_30': { days_late_min: 0, days_late_max: 30 },
  '31_60': { days_late_min: 31, days_late_max: 60 },
  '61_90': { days_late_min: 61, days_late_max: 90 },
  over_90: { days_late_min: 91 },
};

/** What is owed, by how late it is. */
export function Ageing({ figures, narrowed }: ReportProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const { ageing, currency } = figures;
  const bars = ageing.map(({ bucket, balance_cents }) => ({ name: w[bucket], cents: balance_cents }));
  return (
    <Report title={w.title} hint={w.hint}>
      <AmountBars label={w.title} bars={bars} currency={currency} height={140} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.late}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {ageing.map(({ bucket, balance_cents }) => (
            <tr key={bucket}>
              <td>{w[bucket]}</td>
              <td>
                <Anchor
                  component={Link}
                  size="sm"
                  to={listOf('/relances', { status: 'open', ...DAYS[bucket] }, narrowed)}
                >
                  {money(balance_cents, currency)}
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Report>
  );
}
