import { Button } from '@mantine/core';
import { type ComponentProps, useEffect, useRef } from 'react';
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
  useEffect(() => {
    const takeKeys = () => takeKeysFrom(around.current);
    // While the mouse is in the frame its moves are the frame's: the first that is ours has left it.
    document.addEventListener('mousemove', takeKeys);
    return () => document.removeEventListener('mousemove', takeKeys);
  }, []);
  return (
    <div ref={around} className={[classes.preview, className].filter(Boolean).join(' ')} style={style} tabIndex={-1}>
      <iframe {...frame} className={classes.frame} />
      <Button className={classes.leave ?? ''} size="compact-sm" onClick={() => takeKeysFrom(around.current)}>
        {w.leave}
      </Button>
    </div>
  );
}

/** To the element around the frame: Chromium leaves them in a frame that is merely blurred. */
function takeKeysFrom(around: HTMLElement | null) {
  if (document.activeElement?.parentElement === around) around?.focus({ preventScroll: true });
}
