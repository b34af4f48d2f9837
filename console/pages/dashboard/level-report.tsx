import { AmountBars } from '../../charts/amount-bars.tsx';
import { LevelBadge } from '../../level/level-badge.tsx';
import { colourOfLevel } from '../../level/level.ts';
import { useFormats } from '../../words/formats.ts';
import classes from './dashboard.module.css';
import { Report } from './report.tsx';

interface LevelReportProps {
  words: { title: string; hint: string; level: string; count: string; amount: string };
  levels: readonly { level: number; count: number; cents: number }[];
  currency: string;
  /** Renders an amount as a link to its list. */
  amount?: (level: number, said: string) => React.ReactNode;
}

/** An amount for each level of reminder, as bars and in figures. */
export function LevelReport({ words, levels, currency, amount = (_, said) => said }: LevelReportProps) {
  const { money, number } = useFormats();
  const bars = levels.map(({ level, cents }) => ({ name: `R${level}`, cents, color: colourOfLevel(level) }));
  return (
    <Report title={words.title} hint={words.hint}>
      <AmountBars label={words.title} bars={bars} currency={currency} height={140} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.level}</th>
            <th scope="col">{words.count}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ level, count, cents }) => (
            <tr key={level}>
              <td>
                <LevelBadge level={level} />
              </td>
              <td>{number(count)}</td>
              <td>{amount(level, money(cents, currency))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Report>
  );
}
