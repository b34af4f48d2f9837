import { Button, Group, Text } from '@mantine/core';
import { ApiProblem } from '../api/problem.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Draft, Saved } from './use-draft.ts';
import { LeaveGuard } from './leave-guard.tsx';
import { ProblemNote } from './problem-note.tsx';
import { StaleNote } from './stale-note.tsx';

const words = defineWords(
  {
    save: 'Enregistrer',
    cancel: 'Annuler les modifications',
    unsaved: 'Modifications non enregistrées',
  },
  {
    save: 'Save',
    cancel: 'Discard the changes',
    unsaved: 'Changes not saved',
  },
);

interface SaveBarProps<Typed> {
  draft: Draft<Typed>;
  saved: Saved<Typed>;
  save: () => void;
  isSaving: boolean;
  error: unknown;
  /** Label instead of « Enregistrer », when the button does more than save. */
  label?: string;
  note?: string | null;
  /** The address of what the editor has just made, to which it goes on. */
  staysAt?: string | null;
}

/** Saves changes, says when somebody else saved first, and asks before changes are lost. */
export function SaveBar<Typed>({ draft, saved, save, isSaving, error, label, note, ...guard }: SaveBarProps<Typed>) {
  const w = useWords(words);
  const isStale = draft.isStale || (draft.isDirty && error instanceof ApiProblem && error.status === 412);
  return (
    <>
      <LeaveGuard isDirty={draft.isDirty && !(isSaving && !draft.isTypedSince)} {...guard} />
      {isStale ? (
        <StaleNote keeps="whole" theirs={draft.reset} mine={() => draft.rebase(saved)} />
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
