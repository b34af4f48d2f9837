import { Button } from '@mantine/core';
import { type ComponentProps, useRef } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import classes from './preview-frame.module.css';

const words = defineWords({ leave: 'Quitter l’aperçu' }, { leave: 'Leave the preview' });

/**
 * A mail or a PDF inside our page. Whoever is in it has its keys: Esc does not reach us. So the mouse gives the keyboard back
 * when it leaves, and after what is shown the next Tab comes to a button of ours.
 */
export function PreviewFrame({ className, style, ...frame }: ComponentProps<'iframe'> & { title: string }) {
  const w = useWords(words);
  const around = useRef<HTMLDivElement>(null);
  const takeKeys = () => {
    if (document.activeElement?.parentElement === around.current) around.current?.focus({ preventScroll: true });
  };
  return (
    <div
      ref={around}
      className={[classes.preview, className].filter(Boolean).join(' ')}
      style={style}
      tabIndex={-1}
      onMouseLeave={takeKeys}
    >
      <iframe {...frame} className={classes.frame} />
      <Button className={classes.leave ?? ''} size="compact-sm" onClick={takeKeys}>
        {w.leave}
      </Button>
    </div>
  );
}
