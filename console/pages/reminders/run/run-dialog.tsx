import { Anchor, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../../../frame/dialog.tsx';
import type { Schema } from '../../../api/client.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { useAddress } from '../../../frame/use-address.ts';
import { SureOfRegistered } from '../../../providers/sure-of-registered.tsx';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { sendingWords, useSending } from '../../../states/use-sending.ts';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { lettersOf } from './letters-of-run.ts';
import { RunForecast } from './run-forecast.tsx';
import { announcedBody, type RunOf } from './run-of.ts';
import { RunMode } from './run-mode.tsx';
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

/** Chooses the level and e-mail or letter, shows what would be sent and what not and why, then sends. */
export function RunDialog({ of, rows, close, onStarted }: RunDialogProps) {
  const w = useWords(runWords);
  const { goOn } = useWords(sendingWords);
  const { count } = useFormats();
  const { set } = useAddress();
  const [isAsked, setAsked] = useState(false);
  const [run, setRun] = useState(of);
  // One key for each forecast: another level or mode is another run.
  const [keys] = useState(() => new Map<string, string>());
  const forecast = useForecast(run);
  const start = useChange({
    run: (dryRunId: string) => {
      const body = announcedBody(run, dryRunId);
      return answerOf(api.POST('/v1/runs', { body, headers: { 'Idempotency-Key': keyOf(keys, dryRunId) } }));
    },
    done: () => w.started(run.level),
    showsError: true,
    onDoneHere: ({ id }) => {
      onStarted();
      close();
      set({ [RUN]: id });
    },
  });
  const sending = useSending(start.isPending);
  const leaving = count(forecast.data?.sent ?? run.count, w.one, w.many);
  const letters = forecast.data && run.mode === 'letter' ? lettersOf(forecast.data) : null;
  const startIt = () => forecast.data && start.mutate(forecast.data.id);
  const send = () => (letters && letters.registered > 0 ? setAsked(true) : startIt());
  const posts = letters !== null && letters.byProvider > 0;
  const label = run.mode === 'email' ? w.sendEmail : posts ? w.postLetter : w.makeLetter;
  const isNarrowed = run.invoiceIds !== of.invoiceIds || run.filter !== of.filter;
  return (
    <Dialog onClose={close} title={w.title} size={680} sending={sending}>
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
        <RunMode mode={run.mode} choose={(mode) => setRun({ ...run, mode })} />
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
        {run.mode === 'email' && <Text c="dimmed">{w.atOnce}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} disabled={sending === 'held'}>
            {sending === 'long' ? goOn : w.close}
          </Button>
          <Button loading={start.isPending} disabled={!forecast.data || forecast.data.sent === 0} onClick={send}>
            {label(run.level, leaving)}
          </Button>
        </Group>
      </Stack>
      {isAsked && letters && (
        <SureOfRegistered
          count={letters.registered}
          byProvider
          submit={label(run.level, leaving)}
          close={() => setAsked(false)}
          send={startIt}
        >
          <Text>{w.registered(count(letters.registered, w.one, w.many))}</Text>
        </SureOfRegistered>
      )}
    </Dialog>
  );
}

function keyOf(keys: Map<string, string>, dryRunId: string): string {
  const key = keys.get(dryRunId) ?? crypto.randomUUID();
  keys.set(dryRunId, key);
  return key;
}
