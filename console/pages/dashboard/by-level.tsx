import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { AmountBars } from '../../charts/amount-bars.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { colourOfLevel } from '../../level/level.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { listOf, Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Total dû par niveau de relance',
    hint: 'Factures en retard, par niveau atteint\u00a0; R0\u00a0: pas encore relancées.',
    level: 'Niveau',
    count: 'Factures',
    amount: 'Reste dû',
  },
  {
    title: 'Total due by reminder level',
    hint: 'Late invoices by the level reached; R0: not reminded yet.',
    level: 'Level',
    count: 'Invoices',
    amount: 'Left to pay',
  },
);

/** Third report: what is late, by the level reached. */
export function ByLevel({ figures, collectorId }: ReportProps) {
  const w = useWords(words);
  const { money, number } = useFormats();
  const { by_level, currency } = figures;
  const bars = by_level.map(({ level, balance_cents }) => ({
    name: `R${level}`,
    cents: balance_cents,
    color: colourOfLevel(level),
  }));
  return (
    <Report title={w.title} hint={w.hint}>
      <AmountBars label={w.title} bars={bars} currency={currency} height={140} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.level}</th>
            <th scope="col">{w.count}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {by_level.map(({ level, count, balance_cents }) => (
            <tr key={level}>
              <td>
                <LevelBadge level={level} />
              </td>
              <td>{number(count)}</td>
              <td>
                <Anchor
                  component={Link}
                  size="sm"
                  to={listOf('/relances', { status: 'open', level, days_late_min: 1 }, collectorId)}
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
