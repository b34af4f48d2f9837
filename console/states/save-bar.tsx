import { Alert, Button, Group, Text } from '@mantine/core';
import { ApiProblem } from '../api/problem.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Draft, Saved } from './use-draft.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ProblemNote } from './problem-note.tsx';

const words = defineWords(
  {
    save: 'Enregistrer',
    cancel: 'Annuler les modifications',
    unsaved: 'Modifications non enregistrées',
    staleTitle: 'Modifié entre-temps par quelqu’un d’autre',
    staleText:
      'Une autre version a été enregistrée pendant votre saisie. Rien de ce que vous avez saisi n’est perdu\u00a0: reprenez la version enregistrée, ou enregistrez la vôtre par-dessus.',
    theirs: 'Reprendre la version enregistrée',
    mine: 'Garder ma saisie',
  },
  {
    save: 'Save',
    cancel: 'Discard the changes',
    unsaved: 'Changes not saved',
    staleTitle: 'Changed by somebody else in the meantime',
    staleText:
      'Another version was saved while you typed. Nothing that you typed is lost: take the saved version, or save yours over it.',
    theirs: 'Take the saved version',
    mine: 'Keep what I typed',
  },
);

interface SaveBarProps<Typed> {
  draft: Draft<Typed>;
  saved: Saved<Typed>;
  save: () => void;
  isSaving: boolean;
  error: unknown;
  /** In the place of « Enregistrer »; what it does more. */
  label?: string;
  note?: string | null;
}

/** Saves what was typed, says when somebody else was faster, and asks before it would be lost. */
export function SaveBar<Typed>({ draft, saved, save, isSaving, error, label, note }: SaveBarProps<Typed>) {
  const w = useWords(words);
  const isStale = draft.isStale || (draft.isDirty && error instanceof ApiProblem && error.status === 412);
  return (
    <>
      <LeaveGuard isDirty={draft.isDirty && !isSaving} />
      {isStale ? (
        <Alert color="red" variant="light" title={w.staleTitle} role="alert">
          {w.staleText}
          <Group mt="sm" gap="sm">
            <Button variant="default" onClick={draft.reset}>
              {w.theirs}
            </Button>
            <Button variant="default" onClick={() => draft.rebase(saved)}>
              {w.mine}
            </Button>
          </Group>
        </Alert>
      ) : (
        <ProblemNote error={draft.isDirty ? error : null} />
      )}
      <Group gap="sm" py="xs" pos="sticky" bottom={0} bg="var(--ground)" style={{ zIndex: 1 }}>
        <Button onClick={save} loading={isSaving} disabled={!draft.isDirty || draft.isStale}>
          {label ?? w.save}
        </Button>
        {draft.isDirty && (
          <Button variant="subtle" onClick={draft.reset} disabled={isSaving}>
            {w.cancel}
          </Button>
        )}
        <Text c="dimmed" role="status">
          {draft.isDirty ? (note ?? w.unsaved) : ''}
        </Text>
      </Group>
    </>
  );
}
