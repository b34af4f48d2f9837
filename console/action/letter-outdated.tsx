import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionWithDraft } from './action-data.ts';
import { madeAnew } from './made-anew.ts';
import { isOpenAction } from './what-can-be-decided.ts';

const words = defineWords(
  {
    near: (madeOn: string, deadlineOn: string) =>
      `Cette lettre date du ${madeOn} et donne jusqu’au ${deadlineOn}\u00a0: postée aujourd’hui, elle laisserait moins de la moitié du délai.`,
    company: (madeOn: string) =>
      `Les coordonnées ou le compte de l’entreprise ont changé depuis le ${madeOn}\u00a0: cette lettre porte les anciens.`,
    account: (madeOn: string) =>
      `Une autre pièce du compte a changé depuis le ${madeOn} (réglée, contestée, ajoutée…)\u00a0: cette lettre en parle comme avant.`,
    posted:
      'Déjà postée\u00a0? Indiquez-le avec «\u00a0Terminer l’action…\u00a0»\u00a0: la lettre envoyée reste telle quelle.',
    remake: 'Refaire la lettre à la date du jour',
    done: 'La lettre est refaite à la date du jour.',
    asked: 'L’ancienne lettre est annulée. Aucune n’est faite à sa place\u00a0: relisez-la et confirmez-la.',
    planned: 'L’ancienne lettre est annulée. Aucune n’est faite à sa place\u00a0: elle est replanifiée.',
    none: 'L’ancienne lettre est annulée. Aucune n’est faite à sa place\u00a0: voyez le dossier.',
  },
  {
    near: (madeOn: string, deadlineOn: string) =>
      `This letter is of ${madeOn} and gives until ${deadlineOn}: posted today it would leave less than half of the delay.`,
    company: (madeOn: string) =>
      `The company’s details or its account have changed since ${madeOn}: this letter has the old ones.`,
    account: (madeOn: string) =>
      `Another item of the account has changed since ${madeOn} (paid, disputed, added…): this letter speaks of it as before.`,
    posted: 'Posted already? Say so with “Finish the action…”: the letter stays as it was sent.',
    remake: 'Make the letter anew with today’s date',
    done: 'The letter is made anew with today’s date.',
    asked: 'The old letter is cancelled. None is made in its place: read it again and confirm it.',
    planned: 'The old letter is cancelled. None is made in its place: it is planned anew.',
    none: 'The old letter is cancelled. None is made in its place: see the case.',
  },
);

interface LetterOutdatedProps {
  action: ActionWithDraft;
  /** Called when the next thing to do is not in this action. */
  settled: () => void;
}

/**
 * Notice above a letter that waits to be posted and is out of date (its deadline is near, the company's details or the
 * account changed), with the button that makes it again.
 */
export function LetterOutdated({ action, settled }: LetterOutdatedProps) {
  const w = useWords(words);
  const { day } = useFormats();
  const remaking = useChange({
    run: () => answerOf(api.POST('/v1/actions/{id}/remake-letter', { params: { path: { id: action.id } } })),
    done: (now) => w[madeAnew(now)],
    onDoneHere: (now) => (now.id === action.id && isOpenAction(now) ? undefined : settled()),
  });
  const { letter } = action;
  if (!letter?.outdated) return null;
  const madeOn = day(letter.made_on);
  const why = {
    deadline_near: () => w.near(madeOn, day(letter.deadline_on ?? letter.made_on)),
    company_changed: () => w.company(madeOn),
    account_changed: () => w.account(madeOn),
  }[letter.outdated];
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />} role="status">
      <Stack gap={8} align="flex-start">
        <Text>{why()}</Text>
        <Text size="sm">{w.posted}</Text>
        <Button
          variant="default"
          size="compact-sm"
          loading={remaking.isPending}
          onClick={() => remaking.mutate(undefined)}
        >
          {w.remake}
        </Button>
      </Stack>
    </Alert>
  );
}
