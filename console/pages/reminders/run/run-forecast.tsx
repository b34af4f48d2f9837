import { Skeleton, Stack, Text } from '@mantine/core';
import type { Schema } from '../../../api/client.ts';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { lettersOf } from './letters-of-run.ts';
import { Refusals } from './refusals.tsx';
import classes from './run.module.css';
import { runWords } from './run-words.ts';
import type { Run } from './use-run.ts';

interface RunForecastProps {
  forecast: Run | undefined;
  rows: readonly Schema<'Invoice'>[];
  byLetter: ((invoiceIds: string[]) => void) | undefined;
}

/** What will be sent, and what will not and why, before anything is. */
export function RunForecast({ forecast, rows, byLetter }: RunForecastProps) {
  const w = useWords(runWords);
  const { count } = useFormats();
  if (!forecast) {
    return (
      <Stack gap={8} aria-busy="true" mih={92}>
        <Text c="dimmed">{w.looking}</Text>
        <Skeleton height={44} radius="sm" />
      </Stack>
    );
  }
  const { sent, refused_count: refused } = forecast;
  return (
    <Stack gap="sm" mih={92} role="status">
      <div className={classes.leaves}>
        <Text fw={620}>{sent > 0 ? w.leaves(count(sent, w.one, w.many)) : w.leavesNone}</Text>
        {forecast.mode === 'letter' && <Letters forecast={forecast} />}
      </div>
      {refused > 0 && (
        <>
          <Text>
            {count(refused, w.one, w.many)} {refused > 1 ? w.staysMany : w.staysOne}
          </Text>
          <Refusals refused={forecast.refused} rows={rows} {...(byLetter ? { byLetter } : {})} />
        </>
      )}
    </Stack>
  );
}

/** Who posts the letters, and when their level is done. */
function Letters({ forecast }: { forecast: Run }) {
  const w = useWords(runWords);
  const { count } = useFormats();
  const { printed, toPost, byProvider, registered } = lettersOf(forecast);
  const said = (n: number) => count(n, w.one, w.many);
  return (
    <>
      {byProvider > 0 && <Text>{w.posted(said(byProvider))}</Text>}
      {registered > 0 && <Text fw={560}>{w.registered(said(registered))}</Text>}
      {printed > 0 && <Text c="dimmed">{w.printed(said(printed))}</Text>}
      {toPost > 0 && <Text c="dimmed">{w.toPost(said(toPost))}</Text>}
    </>
  );
}
