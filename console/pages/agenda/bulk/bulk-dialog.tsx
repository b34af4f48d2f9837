import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Action } from '../../../action/action-data.ts';
import { Dialog } from '../../../frame/dialog.tsx';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { RefusedActions } from './refused-actions.tsx';
import type { Bulk } from './use-bulk.ts';

const words = defineWords(
  {
    cancel: 'Annuler',
    close: 'Fermer',
    progress: (done: string, total: string) => `${done} sur ${total}`,
  },
  {
    cancel: 'Cancel',
    close: 'Close',
    progress: (done: string, total: string) => `${done} of ${total}`,
  },
);

/** What every decision about many actions is given. */
export interface BulkProps {
  actions: readonly Action[];
  close: () => void;
  /** Unticks them, once they are decided. */
  clear: () => void;
}

interface BulkDialogProps extends Pick<BulkProps, 'close' | 'clear'> {
  run: Bulk;
  title: string;
  /** What the button says: a verb, and how many. */
  submit: string;
  /** How it is said of so many that it is done. */
  done: string;
  /** Something is missing. */
  isIncomplete?: boolean;
  /** The button has the keyboard: nothing is to be filled in. */
  isReady?: boolean;
  /** What can be taken along once it is done. */
  after?: ReactNode;
  /** What is entered, and what will change, said before it does. */
  children: ReactNode;
}

/** Many at once: what will change, how far it is, and which were refused and why. */
export function BulkDialog({ run, title, close, clear, children, ...rest }: BulkDialogProps) {
  const w = useWords(words);
  const { submit, done, isIncomplete = false, isReady = false, after } = rest;
  const leave = () => {
    if (run.isDone) clear();
    close();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!run.isRunning && !isIncomplete) run.start();
  };
  return (
    <Dialog onClose={leave} title={title} size="lg">
      <form onSubmit={send}>
        <Stack gap="sm">
          {!run.isDone && children}
          {(run.isRunning || run.isDone) && <HowFar run={run} done={done} />}
          {run.isDone && after}
          <RefusedActions of={run} />
          <ProblemNote error={run.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={leave}>
              {run.isDone ? w.close : w.cancel}
            </Button>
            {!run.isDone && (
              <Button
                type="submit"
                loading={run.isRunning}
                disabled={isIncomplete}
                {...(isReady ? { 'data-autofocus': true } : {})}
              >
                {submit}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function HowFar({ run, done }: { run: Bulk; done: string }) {
  const w = useWords(words);
  const { number } = useFormats();
  const said = w.progress(number(run.answered), number(run.total));
  return (
    <div role="status">
      <Progress value={(100 * run.answered) / run.total} aria-label={said} />
      <Text mt={4} className="figures">
        {run.isDone ? done : said}
      </Text>
    </div>
  );
}
