import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useIsHere } from '../states/is-here.ts';
import { problemSentence } from '../states/problem-sentence.ts';
import { useLanguage } from '../words/language.ts';
import { ApiProblem } from './problem.ts';

interface Change<Input, Result> {
  /** Makes the change; throws an ApiProblem. */
  run: (input: Input) => Promise<Result>;
  /** What is said when it is done; nothing when undefined. */
  done?: (result: Result, input: Input) => string | undefined;
  /** Whatever became of who asked: notices, undo offers. */
  onDone?: (result: Result, input: Input) => void;
  /** Only while who asked is still there: what closes a dialog, clears ticks or leads to another page would hit what is open by then. */
  onDoneHere?: (result: Result, input: Input) => void;
  /** The dialog shows the error itself: no notification, unless it has been closed meanwhile. `always`: who asks tells it, there or not. */
  showsError?: boolean | 'always';
}

/**
 * One change of the business: runs it, says what came of it, and has everything that is shown asked for again, since a payment
 * or a hold moves counters, lists and cases alike. What was typed stays when it fails.
 */
export function useChange<Input, Result>({ run, done, onDone, onDoneHere, showsError }: Change<Input, Result>) {
  const queries = useQueryClient();
  const { language } = useLanguage();
  const isHere = useIsHere();
  return useMutation<Result, Error, Input>({
    mutationFn: run,
    onSuccess: (result, input) => {
      void queries.invalidateQueries();
      const said = done?.(result, input);
      if (said) notifications.show({ message: said, withBorder: true });
      onDone?.(result, input);
      if (isHere()) onDoneHere?.(result, input);
    },
    onError: (error) => {
      // Somebody else was faster: what is shown is loaded again, so that his version is seen.
      if (error instanceof ApiProblem && error.status === 412) void queries.invalidateQueries();
      if (showsError === 'always' || (showsError && isHere())) return;
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true, autoClose: 12_000 });
    },
  });
}
