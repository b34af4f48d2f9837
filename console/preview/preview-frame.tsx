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
  const shown = useRef<HTMLIFrameElement>(null);
  return (
    <div className={[classes.preview, className].filter(Boolean).join(' ')} style={style}>
      <iframe {...frame} ref={shown} className={classes.frame} onMouseLeave={() => shown.current?.blur()} />
      <Button className={classes.leave ?? ''} size="compact-sm" onClick={(event) => event.currentTarget.blur()}>
        {w.leave}
      </Button>
    </div>
  );
}
