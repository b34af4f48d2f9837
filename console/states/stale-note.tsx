import { Alert, Button, Group } from '@mantine/core';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    title: 'Modifié entre-temps par quelqu’un d’autre',
    whole:
      'Une autre version a été enregistrée pendant votre saisie. Rien de ce que vous avez saisi n’est perdu\u00a0: reprenez la version enregistrée, ou enregistrez la vôtre par-dessus.',
    fields:
      'Une autre version a été enregistrée pendant votre saisie. Rien de ce que vous avez saisi n’est perdu\u00a0: gardez-le, les autres champs prennent la version enregistrée\u00a0; ou reprenez-la tout entière.',
    theirs: 'Reprendre la version enregistrée',
    mine: 'Garder ma saisie',
  },
  {
    title: 'Changed by somebody else in the meantime',
    whole:
      'Another version was saved while you typed. Nothing that you typed is lost: take the saved version, or save yours over it.',
    fields:
      'Another version was saved while you typed. Nothing that you typed is lost: keep it, and the other fields take the saved version; or take that as a whole.',
    theirs: 'Take the saved version',
    mine: 'Keep what I typed',
  },
);

interface StaleNoteProps {
  theirs: () => void;
  mine: () => void;
  /** Whether the user's whole version is kept, or only the changed fields. */
  keeps: 'whole' | 'fields';
}

/** Somebody else saved first: asks whether to take their version or to keep the user's changes. */
export function StaleNote({ theirs, mine, keeps }: StaleNoteProps) {
  const w = useWords(words);
  return (
    <Alert color="red" variant="light" title={w.title} role="alert">
      {w[keeps]}
      <Group mt="sm" gap="sm">
        <Button variant="default" onClick={theirs}>
          {w.theirs}
        </Button>
        <Button variant="default" onClick={mine}>
          {w.mine}
        </Button>
      </Group>
    </Alert>
  );
}
