import { Alert, Button, Group } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';
import { type ChangeEdits, ownTextKept, plannedTextTaken } from './draft-edits.ts';

const words = defineWords(
  {
    title: 'Le message prévu a changé depuis que vous l’avez modifié',
    due: (amount: string) =>
      `Il reste dû ${amount}. Votre texte peut nommer d’autres montants, pièces ou jours\u00a0: relisez-le, puis dites lequel doit partir. Rien de ce que vous avez saisi n’est perdu.`,
    planned: 'Revenir au message prévu',
    own: 'Garder mon texte',
  },
  {
    title: 'The message as planned has changed since you changed it',
    due: (amount: string) =>
      `${amount} remain due. Your text may name other amounts, items or days: read it again, then say which is to be sent. Nothing that you typed is lost.`,
    planned: 'Back to the message as planned',
    own: 'Keep my text',
  },
);

interface OutdatedNoteProps {
  /** The amount now due, formatted. */
  amount: string;
  draft: { version: string };
  change: ChangeEdits;
}

/**
 * Notice: the draft has changed since the user wrote the text. Nothing is sent until the user chooses one of the two.
 */
export function OutdatedNote({ amount, draft, change }: OutdatedNoteProps) {
  const w = useWords(words);
  return (
    <Alert color="red" variant="light" title={w.title} role="alert">
      {w.due(amount)}
      <Group mt="sm" gap="sm">
        <Button variant="default" onClick={() => change(plannedTextTaken)}>
          {w.planned}
        </Button>
        <Button variant="default" onClick={() => change((now) => ownTextKept(now, draft))}>
          {w.own}
        </Button>
      </Group>
    </Alert>
  );
}
