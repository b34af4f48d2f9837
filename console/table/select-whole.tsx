import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import type { Selection } from './selection.ts';

const words = defineWords(
  {
    whole: (counted: string) => `Sélectionner les ${counted} de la liste`,
    tooMany: 'Au plus 2\u00a0000 à la fois\u00a0: resserrez les filtres.',
  },
  {
    whole: (counted: string) => `Select all ${counted} of the list`,
    tooMany: 'At most 2,000 at a time: narrow the filters.',
  },
);

/** Limit for selecting the whole list: each row is loaded first, so that each can be checked and summed up. */
const MOST = 2_000;

const NOTHING: ReadonlySet<string> = new Set();

interface SelectWholeProps {
  selection: Selection;
  pages: {
    rows: readonly { id: string }[] | undefined;
    /** The number of rows of the whole list. */
    total: number | undefined;
    /** Loads the rest of the list. Returns null when that failed. */
    readAll: () => Promise<readonly { id: string }[] | null>;
  };
  /** E.g. `340 actions`. */
  counted: (total: number) => string;
}

/** Notice when all loaded rows are selected and the list is longer, so that nobody takes them for the whole list. */
export function SelectWhole({ selection, pages: { rows = [], total = 0, readAll }, counted }: SelectWholeProps) {
  const w = useWords(words);
  const [isReading, setReading] = useState(false);
  const ticked = useRef(selection.ids);
  useEffect(() => {
    ticked.current = selection.ids;
    // When nothing is selected any more, this is no longer there.
    return () => {
      ticked.current = NOTHING;
    };
  });
  if (!selection.hasAll(rows) || total <= rows.length) return null;
  const tickAll = async () => {
    setReading(true);
    const before = [...selection.ids];
    const all = await readAll();
    setReading(false);
    // What the user has unticked meanwhile stays unticked: one row, or all of them.
    const unticked = new Set(before.filter((id) => !ticked.current.has(id)));
    if (all && unticked.size < before.length) selection.set(all.flatMap(({ id }) => (unticked.has(id) ? [] : [id])));
  };
  const isTooMany = total > MOST;
  return (
    <Button
      variant="subtle"
      loading={isReading}
      disabled={isTooMany}
      title={isTooMany ? w.tooMany : undefined}
      onClick={() => void tickAll()}
    >
      {w.whole(counted(total))}
    </Button>
  );
}
