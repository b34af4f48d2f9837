import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowForwardUp } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import { ProblemNote } from '../../states/problem-note.tsx';
import { sendingWords, useSending } from '../../states/use-sending.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  { cancel: 'Annuler', changes: 'Ce qui va changer' },
  { cancel: 'Cancel', changes: 'What will change' },
);

interface CaseFormProps {
  title: string;
  close: () => void;
  /** What the button says: a verb, and what. */
  submit: string;
  onSubmit: () => void;
  isPending: boolean;
  /** Something is missing. */
  isIncomplete?: boolean;
  /** More was typed than what stands in its fields now: in a tab that is not shown, as recipients, or as files. */
  isDirty?: boolean;
  error: unknown;
  /** Somebody else has stored another version meanwhile: what to go on with is asked before anything is sent. */
  stale?: ReactNode;
  /** What will change, said before it does. */
  consequence?: ReactNode;
  size?: string | number;
  /** Nothing: all there is to enter is the yes. */
  children?: ReactNode;
}

/** A dialog of the case: what is entered, what it will change, and the one button. What was typed stays when it is refused. */
export function CaseForm({ title, close, submit, onSubmit, ...rest }: CaseFormProps) {
  const w = useWords(words);
  const { goOn } = useWords(sendingWords);
  const { isPending, isIncomplete, isDirty = false, error, stale, consequence, size = 'md', children } = rest;
  const sending = useSending(isPending);
  const isStopped = isIncomplete === true || Boolean(stale);
  const send = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (!isPending && !isStopped) onSubmit();
  };
  return (
    <Dialog onClose={close} title={title} size={size} sending={sending} isDirty={isDirty}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {children}
          {consequence && (
            <Alert
              variant="default"
              icon={<IconArrowForwardUp size={18} aria-hidden />}
              title={w.changes}
              role="status"
              data-testid="consequence"
            >
              {consequence}
            </Alert>
          )}
          {stale || <ProblemNote error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={sending === 'held'}>
              {sending === 'long' ? goOn : w.cancel}
            </Button>
            <Button type="submit" loading={isPending} disabled={isStopped}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
