import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Schema } from '../../../api/client.ts';
import { LevelBadge } from '../../../level/level-badge.tsx';
import { kindWord } from '../../../level/level.ts';
import { DuplexBox, useDuplex } from '../../../print/duplex-box.tsx';
import { Failed } from '../../../states/failed.tsx';
import { Loading } from '../../../states/loading.tsx';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { progressWords } from './progress-words.ts';
import { Refusals } from './refusals.tsx';
import { ALL_RUNS, RUN } from './run-parameter.ts';
import { StopRun } from './stop-run.tsx';
import type { RunOf } from './run-of.ts';
import { type Run, useSendingRun } from './use-run.ts';

interface RunProgressProps {
  runId: string;
  rows: readonly Schema<'Invoice'>[];
  run: (of: RunOf) => void;
}

/** The progress of a run in numbers and, once it is done, its letters; what was not sent and why. */
export function RunProgress({ runId, rows, run }: RunProgressProps) {
  const w = useWords(progressWords);
  const { instant, language } = useFormats();
  const { data, error, refetch } = useSendingRun(runId);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={5} />;
  const isDone = data.status === 'done';
  const settled = data.sent + data.uncertain + data.refused_count;
  const byLetter = (invoiceIds: string[]) =>
    run({ level: data.level, mode: 'letter', invoiceIds, count: invoiceIds.length });
  return (
    <Stack gap="md">
      <Group gap="sm">
        <LevelBadge level={data.level} />
        <Title order={2} size="h4">
          {w.title(kindWord(data.mode, language))}
        </Title>
      </Group>
      <Text c="dimmed">{w.by(data.actor.name, instant(data.created_at))}</Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={data.total === 0 ? 100 : (settled / data.total) * 100}
          aria-label={w.progress}
          animated={!isDone}
        />
      </Progress.Root>
      <Text role="status">{stateSaid(data, w, instant)}</Text>
      <Figures run={data} />
      {data.in_doubt > 0 && <Text>{w.inDoubtHint}</Text>}
      {data.waiting_for_provider > 0 && <Text>{w.waitingHint}</Text>}
      {data.uncertain > 0 && <Text>{w.uncertainHint}</Text>}
      <Group>
        {!isDone && data.stopped_at === null && <StopRun run={data} />}
        {isDone && data.sent > 0 && <OpenLetters runId={runId} hasMany={data.sent > 1} />}
        <Button component={Link} variant="default" to={`/envois?run_id=${runId}`}>
          {w.messages}
        </Button>
        <Button component={Link} variant="subtle" to={`/relances?${RUN}=${ALL_RUNS}`}>
          {w.all}
        </Button>
      </Group>
      <Refusals refused={data.refused} rows={rows} {...(data.mode === 'email' ? { byLetter } : {})} />
    </Stack>
  );
}

function OpenLetters({ runId, hasMany }: { runId: string; hasMany: boolean }) {
  const w = useWords(progressWords);
  const { isDuplex } = useDuplex();
  return (
    <>
      <Button
        component="a"
        href={`/v1/runs/${runId}/letters.pdf${isDuplex ? '?duplex=true' : ''}`}
        target="_blank"
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
      >
        {w.letters}
      </Button>
      {hasMany && <DuplexBox />}
    </>
  );
}

/** Once stopped and done, says who stopped it; else the progress. */
function stateSaid(
  { status, stopped_at: at, stopped_by: by }: Run,
  w: Pick<(typeof progressWords)['fr' | 'en'], 'done' | 'going' | 'stopping' | 'stoppedBy'>,
  instant: (at: string) => string,
): string {
  if (at === null) return status === 'done' ? w.done : w.going;
  const stopped = w.stoppedBy(by?.name ?? '', instant(at));
  return status === 'done' ? stopped : `${stopped} ${w.stopping}`;
}

const someOf = (name: string, value: number): [string, number][] => (value > 0 ? [[name, value]] : []);

function Figures({ run }: { run: Run }) {
  const w = useWords(progressWords);
  const { number } = useFormats();
  const figures: [string, number][] = [
    [run.mode === 'letter' ? w.made : w.sent, run.sent],
    ...someOf(w.byProvider, run.by_provider),
    ...someOf(w.toPost, run.to_post),
    ...someOf(w.inDoubt, run.in_doubt),
    ...someOf(w.waiting, run.waiting_for_provider),
    ...someOf(w.uncertain, run.uncertain),
    [w.refused, run.refused_count],
    ...someOf(w.stoppedOnes, run.stopped_count),
  ];
  return (
    <Group gap="xl">
      {figures.map(([name, value]) => (
        <div key={name}>
          <Text c="dimmed">{name}</Text>
          <Text size="lg" fw={620} className="figures">
            {number(value)}{' '}
            <Text span c="dimmed">
              {w.of(number(run.total))}
            </Text>
          </Text>
        </div>
      ))}
    </Group>
  );
}
