import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { hasPassedLevels } from '../next-level.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Niveau de relance · ${number}`,
    now: 'Niveau actuel\u00a0:',
    locked: 'Le niveau suit le scénario. Déverrouillez-le pour le fixer à la main.',
    unlock: 'Déverrouiller',
    level: 'Nouveau niveau',
    reason: 'Motif',
    submit: (level: number) => `Fixer le niveau à R${level}`,
    done: (number: string, level: number) => `${number} est au niveau R${level}.`,
    same: 'C’est le niveau actuel\u00a0: rien ne change.',
    passed: (level: number) =>
      `R${level} est considérée comme faite aujourd’hui, sans envoi\u00a0; ce qui a été passé au-dessus pourra partir, selon le scénario.`,
    restart: 'Le scénario reprend depuis le début, aujourd’hui\u00a0: R1 repart à son tour.',
    last: 'Le dernier niveau est considéré comme atteint aujourd’hui. S’il n’a pas d’étape suivante, les relances sont épuisées.',
    goesOn: (level: number) =>
      `R${level} est considérée comme faite aujourd’hui, sans envoi\u00a0; R${level + 1} suivra selon le scénario.`,
    again: (level: number) =>
      `Le dossier redescend\u00a0: R${level + 1} et les suivantes pourront repartir, selon le scénario.`,
  },
  {
    title: (number: string) => `Reminder level · ${number}`,
    now: 'Present level:',
    locked: 'The level follows the scenario. Unlock it to set it by hand.',
    unlock: 'Unlock',
    level: 'New level',
    reason: 'Reason',
    submit: (level: number) => `Set the level to R${level}`,
    done: (number: string, level: number) => `${number} is at level R${level}.`,
    same: 'It is the present level: nothing changes.',
    passed: (level: number) =>
      `R${level} counts as done today, without a sending; what was skipped above it may be sent, by the scenario.`,
    restart: 'The scenario starts again, today: R1 is sent in its turn.',
    last: 'The last level counts as reached today. Without a step after it the reminders are exhausted.',
    goesOn: (level: number) =>
      `R${level} counts as done today, without a sending; R${level + 1} follows by the scenario.`,
    again: (level: number) =>
      `The case steps back: R${level + 1} and those after it may be sent again, by the scenario.`,
  },
);

const TOP = 3;

/** The level: read-only until unlocked, then R0 to R3 with a reason. */
export function LevelDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const now = invoice.dunning.level;
  const isPassed = hasPassedLevels(invoice.dunning);
  const [isUnlocked, setUnlocked] = useState(false);
  const [level, setLevel] = useState(now);
  const [reason, setReason] = useState('');
  const set = useChange({
    run: () => {
      const body = { level, reason: reason.trim() };
      return sendOnce(['level', invoice.id, body], (header) =>
        answerOf(api.PUT('/v1/invoices/{id}/level', { params: { path: { id: invoice.id }, header }, body })),
      );
    },
    done: () => w.done(invoice.number, level),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit(level)}
      onSubmit={() => set.mutate(undefined)}
      isPending={set.isPending}
      isIncomplete={!isUnlocked || (level === now && !isPassed) || reason.trim() === ''}
      error={set.error}
      consequence={isUnlocked && changeOf(w, now, level, isPassed)}
    >
      <Group gap={8}>
        {isUnlocked ? <IconLockOpen size={16} aria-hidden /> : <IconLock size={16} aria-hidden />}
        <Text>{w.now}</Text>
        <LevelBadge level={now} />
      </Group>
      {!isUnlocked && (
        <Group justify="space-between">
          <Text c="dimmed">{w.locked}</Text>
          <Button variant="default" onClick={() => setUnlocked(true)} data-autofocus>
            {w.unlock}
          </Button>
        </Group>
      )}
      {isUnlocked && (
        <>
          <Stack gap={4}>
            <Text fw={500}>{w.level}</Text>
            <SegmentedControl
              aria-label={w.level}
              value={String(level)}
              onChange={(value) => setLevel(Number(value))}
              data={['0', '1', '2', '3'].map((value) => ({ value, label: `R${value}` }))}
            />
          </Stack>
          <ReasonInput label={w.reason} value={reason} onChange={setReason} />
        </>
      )}
    </CaseForm>
  );
}

type Said = (typeof words)['fr'];

function changeOf(w: Said, now: number, level: number, isPassed: boolean): string {
  if (level === now && !isPassed) return w.same;
  if (level === 0) return w.restart;
  if (level === now) return w.passed(level);
  if (level < now) return w.again(level);
  return level >= TOP ? w.last : w.goesOn(level);
}
