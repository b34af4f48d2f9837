import { Skeleton, UnstyledButton } from '@mantine/core';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './counter-tabs.module.css';
import { type CounterName, COUNTERS, counterWords } from './counters.ts';

type Figures = Record<CounterName, { count: number; balance_cents: number }>;

interface CounterTabsProps {
  figures: Figures | undefined;
  currency: string;
  chosen: CounterName;
  choose: (name: CounterName) => void;
  /** The pointer came to one: it may be chosen. */
  prefetch: (name: CounterName) => void;
}

/** How many stand where and what they owe; choosing one narrows the list to it. */
export function CounterTabs({ figures, currency, chosen, choose, prefetch }: CounterTabsProps) {
  const w = useWords(counterWords);
  const { number, money } = useFormats();
  return (
    <div className={classes.tabs} role="group" aria-label={w.label}>
      {COUNTERS.map(({ name, colour }) => {
        const figure = figures?.[name];
        return (
          <UnstyledButton
            key={name}
            className={classes.tab}
            style={{ '--colour': colour }}
            aria-pressed={chosen === name}
            onClick={() => choose(name)}
            onMouseEnter={() => prefetch(name)}
          >
            <span className={classes.name}>{w[name]}</span>
            {figure ? (
              <>
                <span className={classes.count}>{number(figure.count)}</span>
                <span className={classes.amount}>{money(figure.balance_cents, currency)}</span>
              </>
            ) : (
              <Skeleton height={34} mt={4} width="80%" />
            )}
          </UnstyledButton>
        );
      })}
    </div>
  );
}
