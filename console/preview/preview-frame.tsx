import { Button } from '@mantine/core';
import { type ComponentProps, useEffect, useRef } from 'react';
import { defineWords, useWords } from '../words/words.ts';
import classes from './preview-frame.module.css';

const words = defineWords({ leave: 'Quitter l’aperçu' }, { leave: 'Leave the preview' });

/**
 * An e-mail or a PDF in a frame. While the frame has the focus, keys such as Esc do not reach the page. So the page
 * takes the focus back when the mouse leaves the frame, and a button after the frame does it for keyboard users.
 */
export function PreviewFrame({ className, style, ...frame }: ComponentProps<'iframe'> & { title: string }) {
  const w = useWords(words);
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const takeKeys = () => takeKeysFrom(around.current);
    // While the mouse is over the frame, the page gets no events: the first mousemove means that it has left.
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

/** Focus the element around the frame: after a mere blur, Chromium leaves the focus in the frame. */
function takeKeysFrom(around: HTMLElement | null) {
  if (document.activeElement?.parentElement === around) around?.focus({ preventScroll: true });
}
