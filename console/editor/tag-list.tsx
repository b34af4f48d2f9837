import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { type Store, useStore } from '../states/store.ts';
import classes from './editor.module.css';
import type { TagPopup } from './tag-suggestion.ts';

/** The tags that match what is being written, at the cursor. The focus stays in the text. */
export function TagList({ popup, id, label }: { popup: Store<TagPopup | null>; id: string; label: string }) {
  const open = useStore(popup);
  const chosen = useRef<HTMLDivElement>(null);
  const at = open?.at;
  useEffect(() => {
    chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (!open) return null;
  return createPortal(
    <div id={id} role="listbox" aria-label={label} className={classes.list} tabIndex={-1}>
      {open.tags.map((line, index) => (
        <div
          key={line.tag}
          id={optionId(id, index)}
          ref={index === at ? chosen : undefined}
          role="option"
          aria-selected={index === at}
          className={classes.option}
          onMouseDown={(event) => {
            event.preventDefault();
            open.choose(line);
          }}
        >
          <strong>{line.tag}</strong>
          <span>{line.sentence}</span>
        </div>
      ))}
    </div>,
    open.element,
  );
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;
