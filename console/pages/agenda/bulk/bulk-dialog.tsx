import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { Action } from '../../../action/action-data.ts';
import { Dialog } from '../../../frame/dialog.tsx';
import { ProblemNote } from '../../../states/problem-note.tsx';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import { portionOf } from './in-portions.ts';
import { RefusedActions } from './refused-actions.tsx';
import type { Bulk } from './use-bulk.ts';

const words = defineWords(
  {
    cancel: 'Annuler',
    close: 'Fermer',
    progress: (done: string, total: string) => `${done} sur ${total}`,
    stopped: 'Arrêté\u00a0: rien n’a changé pour les autres.',
    stop: (portion: string) => `Arrêter après ces ${portion}`,
    stopOne: 'Arrêter après celle-ci',
    stopping: 'Arrêt demandé…',
    goOn: 'Laisser continuer',
  },
  {
    cancel: 'Cancel',
    close: 'Close',
    progress: (done: string, total: string) => `${done} of ${total}`,
    stopped: 'Stopped: nothing changed for the others.',
    stop: (portion: string) => `Stop after these ${portion}`,
    stopOne: 'Stop after this one',
    stopping: 'Asked to stop…',
    goOn: 'Let it go on',
  },
);

/** The props of every dialog about several actions. */
export interface BulkProps {
  actions: readonly Action[];
  close: () => void;
  /** Clears the selection, once they are decided. */
  clear: () => void;
}

interface BulkDialogProps extends Pick<BulkProps, 'close' | 'clear'> {
  run: Bulk;
  title: string;
  /** The label of the button: a verb, and how many. */
  submit: string;
  /** A required field is missing. */
  isIncomplete?: boolean;
  /** Focus the button, because there is nothing to fill in. */
  isReady?: boolean;
  /** What can be downloaded afterwards. */
  after?: ReactNode;
  /** The fields, and what will change, shown before it does. */
  children: ReactNode;
}

/**
 * Decides about many actions: what will change, the progress, and which were refused and why. While it runs, Esc stops
 * before the next portion.
 */
export function BulkDialog({ run, title, close, clear, children, ...rest }: BulkDialogProps) {
  const w = useWords(words);
  const { submit, isIncomplete = false, isReady = false, after } = rest;
  const leave = () => {
    // Actions that are being decided must not be chosen again.
    if (run.isDone || run.isRunning) clear();
    close();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!run.isRunning && !isIncomplete) run.start();
  };
  return (
    <Dialog
      onClose={run.isRunning && !run.isStopping ? run.stop : leave}
      title={title}
      size="lg"
      sending={run.isRunning ? 'long' : null}
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          {!run.isDone && children}
          {(run.isRunning || run.answered > 0) && <HowFar run={run} />}
          {run.isDone && after}
          <RefusedActions of={run} />
          <ProblemNote error={run.error} />
          <Group justify="flex-end">
            {run.isRunning ? (
              <WhileItRuns run={run} leave={leave} />
            ) : (
              <Button variant="default" onClick={leave}>
                {run.answered > 0 ? w.close : w.cancel}
              </Button>
            )}
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

/** Buttons while it runs: stop before the next portion, or leave the dialog and let it go on. */
function WhileItRuns({ run, leave }: { run: Bulk; leave: () => void }) {
  const w = useWords(words);
  const { number } = useFormats();
  const underWay = portionOf(run.total);
  const isLast = run.answered + underWay >= run.total;
  return (
    <>
      {!isLast && (
        <Button variant="default" onClick={run.stop} disabled={run.isStopping}>
          {run.isStopping ? w.stopping : underWay === 1 ? w.stopOne : w.stop(number(underWay))}
        </Button>
      )}
      <Button variant="default" onClick={leave}>
        {w.goOn}
      </Button>
    </>
  );
}

function HowFar({ run }: { run: Bulk }) {
  const w = useWords(words);
  const { number } = useFormats();
  const said = w.progress(number(run.answered), number(run.total));
  const isStopped = run.isStopping && !run.isRunning && !run.isDone;
  return (
    <div role="status">
      <Progress value={(100 * run.answered) / run.total} aria-label={said} />
      <Text mt={4} className="figures">
        {run.isDone ? run.said : said}
        {isStopped && ` ${w.stopped}`}
      </Text>
    </div>
  );
}
