import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { listOf } from '../../figures/list-of.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { LevelReport } from './level-report.tsx';
import type { ReportProps } from './report.tsx';

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
export function ByLevel({ figures: { by_level, currency }, narrowed }: ReportProps) {
  const w = useWords(words);
  return (
    <LevelReport
      words={w}
      levels={by_level.map(({ balance_cents, ...of }) => ({ ...of, cents: balance_cents }))}
      currency={currency}
      amount={(level, said) => (
        <Anchor
          component={Link}
          size="sm"
          to={listOf('/relances', { status: 'open', level, days_late_min: 1 }, narrowed)}
        >
          {said}
        </Anchor>
      )}
    />
  );
}
