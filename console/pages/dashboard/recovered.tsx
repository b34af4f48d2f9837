import { AmountBars } from '../../charts/amount-bars.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { colourOfLevel } from '../../level/level.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Encaissé par niveau',
    hint: 'Règlements des 365 derniers jours, selon le niveau atteint quand l’argent est arrivé.',
    level: 'Niveau',
    count: 'Règlements',
    amount: 'Encaissé',
  },
  {
    title: 'Recovered by level',
    hint: 'Payments of the last 365 days by the level reached when the money came.',
    level: 'Level',
    count: 'Payments',
    amount: 'Recovered',
  },
);

/** After which level the money comes. */
export function Recovered({ figures: { recovered_by_level: recovered, currency } }: ReportProps) {
  const w = useWords(words);
  const { money, number } = useFormats();
  const bars = recovered.map(({ level, amount_cents }) => ({
    name: `R${level}`,
    cents: amount_cents,
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
          {recovered.map(({ level, count, amount_cents }) => (
            <tr key={level}>
              <td>
                <LevelBadge level={level} />
              </td>
              <td>{number(count)}</td>
              <td>{money(amount_cents, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Report>
  );
}
