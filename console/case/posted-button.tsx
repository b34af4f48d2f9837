import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '../action/action-data.ts';
import { CompleteDialog } from '../action/complete-dialog.tsx';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords({ posted: 'Posté…' }, { posted: 'Posted…' });

/** Records that the letter of the case was posted: the next thing to do while it waits for that. */
export function PostedButton({ action }: { action: Action }) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{w.posted}</Button>
      {isOpen && <CompleteDialog action={action} close={close} done={close} />}
    </>
  );
}
