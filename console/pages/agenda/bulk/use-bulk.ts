import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Action } from '../../../action/action-data.ts';
import { isCheap } from '../../../api/is-cheap.ts';
import { useChange } from '../../../api/use-change.ts';
import { useLanguage } from '../../../words/language.ts';
import { type Decide, inPortions, NOTHING_YET, type Progress } from './in-portions.ts';
import { sayEndOfBulk } from './say-end-of-bulk.tsx';

/**
 * Decides about many actions. It can be stopped between portions, and continued after a portion without an answer. When
 * the dialog is left, it goes on and a notice reports the result. `said` returns the sentence for a number of accepted
 * actions, and `isLeftOut` which of the actions are not decided.
 */
export function useBulk(
  actions: readonly Action[],
  decide: Decide,
  said: (accepted: number) => string,
  isLeftOut: (action: Action) => boolean = () => false,
) {
  // The actions chosen at first: the list behind the dialog changes while they are decided.
  const [atFirst] = useState(() => [...actions]);
  const [started, setStarted] = useState<readonly Action[] | null>(null);
  const chosen = started ?? atFirst.filter((action) => !isLeftOut(action));
  const [progress, setProgress] = useState(NOTHING_YET);
  const [isStopping, setStopping] = useState(false);
  const isStopped = useRef(false);
  const isShown = useIsShown();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const sayUnlessShown = (of: Progress, error?: unknown) => {
    if (!isShown.current) sayEndOfBulk({ ...of, chosen, said: said(of.accepted), error }, language);
  };
  const { mutate, isPending, error } = useChange({
    run: async () => {
      isStopped.current = false;
      setStopping(false);
      let reached = progress;
      const moved = (now: Progress) => {
        setProgress((reached = now));
        // The list behind the dialog and the counts beside it change together.
        void queries.invalidateQueries({ queryKey: ['actions'], predicate: isCheap });
      };
      const ids = chosen.map(({ id }) => id);
      window.addEventListener('beforeunload', objects);
      try {
        return await inPortions(ids, progress, decide, { isStopped: () => isStopped.current, moved });
      } catch (lost) {
        sayUnlessShown(reached, lost);
        throw lost;
      } finally {
        window.removeEventListener('beforeunload', objects);
      }
    },
    onDone: (reached) => sayUnlessShown(reached),
    showsError: 'always',
  });
  return {
    ...progress,
    atFirst,
    chosen,
    total: chosen.length,
    said: said(progress.accepted),
    isRunning: isPending,
    isStopping,
    isDone: started !== null && progress.answered === chosen.length && !isPending,
    error,
    start: () => {
      setStarted(chosen);
      mutate(undefined);
    },
    /** Stops after the portion under way. */
    stop: () => {
      isStopped.current = true;
      setStopping(true);
    },
  };
}

/** Leaving the window would lose the remaining portions, on whichever page the user is. */
const objects = (event: BeforeUnloadEvent) => event.preventDefault();

function useIsShown() {
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  return isShown;
}

export type Bulk = ReturnType<typeof useBulk>;
