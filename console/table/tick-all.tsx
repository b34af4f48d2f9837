import { useWords } from '../words/words.ts';
import classes from './data-table.module.css';
import type { Selection } from './selection.ts';
import { tableWords } from './table-words.ts';

interface TickAllProps {
  rows: readonly { id: string }[];
  selection: Selection;
}

/** The checkbox in the head: selects all rows or none; a dash while some are selected. */
export function TickAll({ rows, selection }: TickAllProps) {
  const w = useWords(tableWords);
  const isSome = selection.hasSome(rows);
  return (
    <input
      type="checkbox"
      className={classes.tick}
      aria-label={w.all}
      checked={selection.hasAll(rows)}
      ref={(box) => {
        if (box) box.indeterminate = isSome;
      }}
      onChange={() => selection.toggleAll(rows)}
    />
  );
}
