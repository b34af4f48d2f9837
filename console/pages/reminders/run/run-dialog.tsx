import { Anchor, Button, Group, Radio, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../frame/dialog.tsx';
import type { Schema } from '../../../api/client.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { useAddress } from '../../../frame/use-address.ts';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { RunForecast } from './run-forecast.tsx';
import { runBody, type RunOf } from './run-of.ts';
import { RUN } from './run-parameter.ts';
import { runWords } from './run-words.ts';
import { useForecast } from './use-forecast.ts';

interface RunDialogProps {
  of: RunOf;
  rows: readonly Schema<'Invoice'>[];
  close: () => void;
  onStarted: () => void;
}

const LEVELS = [1, 2, 3];

/** Which level, by mail or by letter; first what would leave and what would not and why, then the button that sends. */
export function RunDialog({ of, rows, close, onStarted }: RunDialogProps) {
  const w = useWords(runWords);
  const { count } = useFormats();
  const { set } = useAddress();
  const [run, setRun] = useState(of);
  // One for each thing that is asked: another level or mode is another run.
  const [keys] = useState(() => new Map<string, string>());
  const forecast = useForecast(run);
  const start = useChange({
    run: () => answerOf(api.POST('/v1/runs', { body: runBody(run), headers: { 'Idempotency-Key': keyOf(keys, run) } })),
    done: () => w.started(run.level),
    showsError: true,
    onDone: ({ id }) => {
      onStarted();
      close();
      set({ [RUN]: id });
    },
  });
  const leaving = count(forecast.data?.sent ?? run.count, w.one, w.many);
  const isNarrowed = run.invoiceIds !== of.invoiceIds || run.filter !== of.filter;
  return (
    <Dialog onClose={close} title={w.title} size={680}>
      <Stack gap="md">
        <Group align="flex-end" gap="xl">
          <Stack gap={4}>
            <Text fw={500} id="run-level">
              {w.level}
            </Text>
            <SegmentedControl
              aria-labelledby="run-level"
              size="xs"
              value={String(run.level)}
              onChange={(level) => setRun({ ...run, level: Number(level) })}
              data={LEVELS.map((level) => ({ value: String(level), label: `R${level}` }))}
            />
          </Stack>
          <Text c="dimmed">{w.asked(count(run.count, w.one, w.many))}</Text>
          {isNarrowed && (
            <Anchor component="button" type="button" size="sm" onClick={() => setRun(of)}>
              {w.back}
            </Anchor>
          )}
        </Group>
        <Radio.Group
          label={w.mode}
          value={run.mode}
          onChange={(mode) => setRun({ ...run, mode: mode === 'letter' ? 'letter' : 'email' })}
        >
          <Group mt={6} gap="xl">
            <Radio size="sm" value="email" label={w.email} description={w.emailHint} />
            <Radio size="sm" value="letter" label={w.letter} description={w.letterHint} />
          </Group>
        </Radio.Group>
        <RunForecast
          forecast={forecast.data}
          rows={rows}
          byLetter={
            run.mode === 'email'
              ? (invoiceIds) => setRun({ level: run.level, mode: 'letter', invoiceIds, count: invoiceIds.length })
              : undefined
          }
        />
        <ProblemNote error={start.error ?? forecast.error} />
        <Text c="dimmed">{run.mode === 'email' ? w.atOnce : w.madeAtOnce}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {w.close}
          </Button>
          <Button
            loading={start.isPending}
            disabled={!forecast.data || forecast.data.sent === 0}
            onClick={() => start.mutate(undefined)}
          >
            {run.mode === 'email' ? w.sendEmail(run.level, leaving) : w.sendLetter(run.level, leaving)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function keyOf(keys: Map<string, string>, run: RunOf): string {
  const asked = JSON.stringify(runBody(run));
  const key = keys.get(asked) ?? crypto.randomUUID();
  keys.set(asked, key);
  return key;
}
