import { Skeleton } from '@mantine/core';
import { type CSSProperties, memo } from 'react';
import { setAddress } from '../../frame/use-address.ts';
import { otherCurrencies } from '../../table/other-currencies.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import type { CaseFilter } from '../../work-list/work-list-query.ts';
import classes from './counter-tabs.module.css';
import { type CounterName, COUNTERS, counterWords } from './counters.ts';
import { prefetchCounter } from './prefetch-work-list.ts';
import { VIEW } from './work-list-asked.ts';

type Figures = Record<CounterName, { count: number; balance_cents: number; other_currencies?: number }>;

interface CounterTabsProps {
  figures: Figures | undefined;
  currency: string;
  chosen: CounterName;
}

/** The number and amount of cases by state. Choosing one narrows the list to it. */
export const CounterTabs = memo(({ figures, currency, chosen }: CounterTabsProps) => {
  const w = useWords(counterWords);
  const { apart } = useWords(otherCurrencies);
  const { number, money } = useFormats();
  return (
    <div className={classes.tabs} role="group" aria-label={w.label}>
      {COUNTERS.map(({ name, filter, colour }) => {
        const figure = figures?.[name];
        return (
          <button
            type="button"
            key={name}
            className={classes.tab}
            style={{ '--colour': colour } as CSSProperties}
            aria-pressed={chosen === name}
            onClick={() => setAddress({ ...cleared(filter), [VIEW]: name === 'all' ? null : name })}
            onMouseEnter={() => prefetchCounter(name)}
          >
            <span className={classes.name}>{w[name]}</span>
            {figure ? (
              <>
                <span className={classes.count}>{number(figure.count)}</span>
                <span className={classes.amount}>{money(figure.balance_cents, currency)}</span>
                {figure.other_currencies !== undefined && <span className={classes.amount}>{apart}</span>}
              </>
            ) : (
              <Skeleton height={34} mt={4} width="80%" />
            )}
          </button>
        );
      })}
    </div>
  );
});

/**
 * Removes the filters that the counter sets itself, so that they do not apply when another counter is chosen either.
 */
const cleared = (decided: CaseFilter) => Object.fromEntries(Object.keys(decided).map((name) => [name, null]));
