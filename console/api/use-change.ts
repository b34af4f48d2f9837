import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { useIsHere } from '../states/is-here.ts';
import { problemSentence } from '../states/problem-sentence.ts';
import { isCheap } from './is-cheap.ts';
import { useLanguage } from '../words/language.ts';
import { ApiProblem } from './problem.ts';

interface Change<Input, Result> {
  /** Makes the change; throws an ApiProblem. */
  run: (input: Input) => Promise<Result>;
  /** The notice to show on success. None when it returns undefined. */
  done?: (result: Result, input: Input) => string | undefined;
  /** Called on success even when the component that asked is gone: for notices and undo offers. */
  onDone?: (result: Result, input: Input) => void;
  /**
   * Called on success only while the component that asked is still mounted. Closing a dialog, clearing a selection or
   * navigating would otherwise affect whatever is open by then.
   */
  onDoneHere?: (result: Result, input: Input) => void;
  /**
   * The dialog shows the error itself, so no notice is shown unless the dialog was closed meanwhile. `always`: the
   * caller reports the error in both cases.
   */
  showsError?: boolean | 'always';
}

/**
 * Runs one change, reports the result, and refetches everything on the screen, because a payment or a hold changes
 * counters, lists and cases alike. When it fails, the form keeps what was typed. A double click runs it once.
 */
export function useChange<Input, Result>({ run, done, onDone, onDoneHere, showsError }: Change<Input, Result>) {
  const queries = useQueryClient();
  const { language } = useLanguage();
  const isHere = useIsHere();
  // The button looks busy only after the next render: ignore a second click until then.
  const underWay = useRef<{ input: Input } | null>(null);
  const mutation = useMutation<Result, Error, Input>({
    mutationFn: (input) =>
      run(input).finally(() => {
        if (underWay.current?.input === input) underWay.current = null;
      }),
    onSuccess: (result, input) => {
      void queries.invalidateQueries({ predicate: isCheap });
      const said = done?.(result, input);
      if (said) notifications.show({ message: said, withBorder: true });
      onDone?.(result, input);
      if (isHere()) onDoneHere?.(result, input);
    },
    onError: (error) => {
      // Somebody else changed it first: load their version.
      if (error instanceof ApiProblem && error.status === 412) void queries.invalidateQueries();
      if (showsError === 'always' || (showsError && isHere())) return;
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true, autoClose: 12_000 });
    },
  });
  const send = mutation.mutate;
  const mutate = useCallback(
    (...asked: Parameters<typeof send>) => {
      const input = asked[0] as Input;
      if (underWay.current && textOf(underWay.current.input) === textOf(input)) return;
      underWay.current = { input };
      send(...asked);
    },
    [send],
  );
  return { ...mutation, mutate };
}

/**
 * The input as text, to compare two inputs. Files get a random text, so that two inputs with files never count as
 * equal.
 */
const textOf = (input: unknown): string | undefined =>
  JSON.stringify(input, (_, part: unknown) => (part instanceof Blob ? crypto.randomUUID() : part));
