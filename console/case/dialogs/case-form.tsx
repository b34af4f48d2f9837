import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconArrowForwardUp } from '@tabler/icons-react';
import type { FormEvent, ReactNode } from 'react';
import { Dialog } from '../../frame/dialog.tsx';
import classes from './case-form.module.css';
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
  /** The label of the button: a verb and its object. */
  submit: string;
  onSubmit: () => void;
  isPending: boolean;
  /** A required field is missing. */
  isIncomplete?: boolean;
  /** Set when something was typed that the visible fields do not show: in another tab, as recipients, or as files. */
  isDirty?: boolean;
  error: unknown;
  /**
   * A notice that somebody else has stored another version. Nothing is sent until the user chooses which version to
   * continue from.
   */
  stale?: ReactNode;
  /** What the form will change, shown before it does. */
  consequence?: ReactNode;
  size?: string | number;
  /** The buttons stay in sight while a long form is scrolled. */
  hasStickyButtons?: boolean;
  /** Absent when the form only asks for a yes. */
  children?: ReactNode;
}

/**
 * The frame of a case's dialogs: fields, what they will change, and one button. When the API refuses, the fields keep
 * what was typed.
 */
export function CaseForm({ title, close, submit, onSubmit, ...rest }: CaseFormProps) {
  const w = useWords(words);
  const { goOn } = useWords(sendingWords);
  const {
    isPending,
    isIncomplete,
    isDirty = false,
    error,
    stale,
    consequence,
    size = 'md',
    children,
    hasStickyButtons,
  } = rest;
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
          <Group justify="flex-end" className={hasStickyButtons ? classes.sticky : undefined}>
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
