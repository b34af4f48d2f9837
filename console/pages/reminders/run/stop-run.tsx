import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api } from '../../../api/client.ts';
import { useChange } from '../../../api/use-change.ts';
import { Dialog } from '../../../frame/dialog.tsx';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { runWords } from './run-words.ts';
import type { Run } from './use-run.ts';

const words = defineWords(
  {
    stop: 'Arrêter l’envoi',
    title: 'Arrêter l’envoi\u00a0?',
    stops: (counted: string) =>
      `${counted}\u00a0: la relance ne partira pas, sauf ce que le prestataire reçoit en ce moment même.`,
    left: (counted: string) => `${counted}\u00a0: la relance est partie, et ne peut plus être reprise.`,
    made: (counted: string) => `${counted}\u00a0: le courrier est édité ou parti, et reste comme il est.`,
    comesBack:
      'Les étapes arrêtées reprennent leur place dans le scénario\u00a0: celles qui partent d’elles-mêmes partiront à leur prochaine heure d’envoi. Pour les retenir, passez ces étapes ou mettez les dossiers en pause.',
    goOn: 'Laisser partir',
    done: 'L’envoi est arrêté\u00a0: plus rien n’en part.',
  },
  {
    stop: 'Stop the run',
    title: 'Stop the run?',
    stops: (counted: string) =>
      `${counted}: the reminder will not be sent, but for what the provider is being given right now.`,
    left: (counted: string) => `${counted}: the reminder has left, and cannot be taken back.`,
    made: (counted: string) => `${counted}: the letter is made or has left, and stays as it is.`,
    comesBack:
      'The steps that are stopped take their place in the scenario again: those that leave by themselves will do so at their next send hour. To keep them back, skip these steps or pause the cases.',
    goOn: 'Let it go on',
    done: 'The run is stopped: nothing more of it is sent.',
  },
);

/** The button that stops a run under way, after a question that says what would not be sent and what was already. */
export function StopRun({ run }: { run: Run }) {
  const w = useWords(words);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {w.stop}
      </Button>
      {isAsked && <StopDialog run={run} close={() => setAsked(false)} />}
    </>
  );
}

function StopDialog({ run, close }: { run: Run; close: () => void }) {
  const w = useWords(words);
  const { one, many } = useWords(runWords);
  const { count } = useFormats();
  const stop = useChange({
    run: () => answerOf(api.POST('/v1/runs/{id}/stop', { params: { path: { id: run.id } } })),
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  const away = run.sent + run.uncertain;
  const left = run.mode === 'letter' ? w.made : w.left;
  return (
    <Dialog onClose={close} title={w.title}>
      <Stack>
        <Text fw={560}>{w.stops(count(run.total - away - run.refused_count, one, many))}</Text>
        {away > 0 && <Text>{left(count(away, one, many))}</Text>}
        <Text c="dimmed">{w.comesBack}</Text>
        <ProblemNote error={stop.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {w.goOn}
          </Button>
          <Button color="red" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
            {w.stop}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
