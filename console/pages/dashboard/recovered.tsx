import { defineWords, useWords } from '../../words/words.ts';
import { LevelReport } from './level-report.tsx';
import type { ReportProps } from './report.tsx';

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

/** After which level the money came. */
export function Recovered({ figures: { recovered_by_level: recovered, currency } }: ReportProps) {
  const w = useWords(words);
  const levels = recovered.map(({ amount_cents, ...of }) => ({ ...of, cents: amount_cents }));
  return <LevelReport words={w} levels={levels} currency={currency} />;
}
