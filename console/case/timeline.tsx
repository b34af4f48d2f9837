import { Button, Group, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Fragment, useMemo } from 'react';
import { useSession } from '../frame/session.ts';
import { Failed } from '../states/failed.tsx';
import { Loading } from '../states/loading.tsx';
import { dayIn } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { type HistoryEntry, type Invoice, useHistory } from './case-data.ts';
import classes from './timeline.module.css';
import { TimelineFuture } from './timeline-future.tsx';
import { TimelineEntry } from './timeline-entry.tsx';

const words = defineWords(
  {
    title: 'Chronologie',
    plans: 'Montrer les planifications',
    today: (day: string) => `Aujourd’hui, ${day}`,
    older: 'Voir la suite',
  },
  {
    title: 'Timeline',
    plans: 'Show what was planned',
    today: (day: string) => `Today, ${day}`,
    older: 'Show earlier',
  },
);

/** Future steps on top, then today, then the history, newest first. */
export function Timeline({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { longDay, todayOn } = useFormats();
  const [hasPlans, setPlans] = useLocalStorage({ key: 'relance-timeline-plans', defaultValue: false });
  const history = useHistory(invoice.id);
  const days = useDays(history.rows, hasPlans);
  const isErased = history.rows?.some(({ kind }) => kind === 'erased') ?? false;
  return (
    <section aria-label={w.title}>
      <Group justify="space-between" mb={4}>
        <h2 className={classes.title}>{w.title}</h2>
        <Switch
          size="xs"
          label={w.plans}
          checked={hasPlans}
          onChange={(event) => setPlans(event.currentTarget.checked)}
        />
      </Group>
      <TimelineFuture invoice={invoice} />
      <div className={classes.today}>{w.today(longDay(todayOn))}</div>
      {history.error && !history.rows && <Failed error={history.error} retry={history.retry} />}
      {!history.rows && !history.error && <Loading lines={5} />}
      {days.map(([on, entries]) => (
        <Fragment key={on}>
          <DayHeading on={on} />
          <ul className={classes.list}>
            {entries.map((entry) => (
              <TimelineEntry key={entry.id} entry={entry} invoice={invoice} isErased={isErased} />
            ))}
          </ul>
        </Fragment>
      ))}
      {history.onEnd && (
        <Button variant="default" mt="sm" loading={history.isLoadingMore} onClick={history.onEnd}>
          {w.older}
        </Button>
      )}
    </section>
  );
}

function DayHeading({ on }: { on: string }) {
  const { day, fromToday } = useFormats();
  return (
    <h3 className={classes.day}>
      {day(on)} · {fromToday(on)}
    </h3>
  );
}

/** Groups the entries by local day and keeps their order. */
function useDays(rows: HistoryEntry[] | undefined, hasPlans: boolean): [string, HistoryEntry[]][] {
  const { timeZone } = useSession();
  return useMemo(() => {
    const days = new Map<string, HistoryEntry[]>();
    for (const entry of rows ?? []) {
      if (entry.kind === 'planned' && !hasPlans) continue;
      const on = dayIn(entry.at, timeZone);
      days.set(on, [...(days.get(on) ?? []), entry]);
    }
    return [...days];
  }, [rows, hasPlans, timeZone]);
}
