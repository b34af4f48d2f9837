import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Dialog } from '../frame/dialog.tsx';
import { ApiProblem } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { defineWords, useWords } from '../words/words.ts';
import { ProblemNote } from './problem-note.tsx';

const words = defineWords(
  { cancel: 'Annuler', kept: 'Rien n’a été supprimé' },
  { cancel: 'Cancel', kept: 'Nothing was deleted' },
);

interface RemoveDialogProps {
  title: string;
  /** What is deleted with it, and what stays. */
  text: string;
  /** The label of the button: names what it does, not « OK ». */
  button: string;
  /** The notice after deletion. */
  done: string;
  /** By code of the refusal: why it cannot be deleted, and what to do first. */
  refused?: Readonly<Record<string, string>>;
  run: () => Promise<unknown>;
  close: () => void;
  onRemoved?: () => void;
}

/** Asks before something is deleted, and explains a refusal. */
export function RemoveDialog({ title, text, button, done, refused = {}, run, close, onRemoved }: RemoveDialogProps) {
  const w = useWords(words);
  const remove = useChange({
    run,
    done: () => done,
    onDoneHere: () => {
      close();
      onRemoved?.();
    },
    showsError: true,
  });
  const why = remove.error instanceof ApiProblem ? refused[remove.error.code] : undefined;
  return (
    <Dialog onClose={close} title={title}>
      <Stack>
        <Text>{text}</Text>
        {why ? (
          <Alert color="red" variant="light" title={w.kept} role="alert">
            {why}
          </Alert>
        ) : (
          <ProblemNote error={remove.error} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {w.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            disabled={why !== undefined}
            onClick={() => remove.mutate(undefined)}
          >
            {button}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
