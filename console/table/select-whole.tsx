import { Button } from '@mantine/core';
import { useState } from 'react';
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

/** So many are read before they are ticked: each is judged, and summed up, by itself. */
const MOST = 2_000;

interface SelectWholeProps {
  selection: Selection;
  pages: {
    rows: readonly { id: string }[] | undefined;
    /** How many the whole list has. */
    total: number | undefined;
    /** Reads what is left of it; null when that failed. */
    readAll: () => Promise<readonly { id: string }[] | null>;
  };
  /** `340 actions`. */
  counted: (total: number) => string;
}

/** All that has been read is ticked, and the list is longer: nobody is to take it for the whole. */
export function SelectWhole({ selection, pages: { rows = [], total = 0, readAll }, counted }: SelectWholeProps) {
  const w = useWords(words);
  const [isReading, setReading] = useState(false);
  if (!selection.hasAll(rows) || total <= rows.length) return null;
  const tickAll = async () => {
    setReading(true);
    const all = await readAll();
    if (all) selection.set(all.map(({ id }) => id));
    setReading(false);
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
