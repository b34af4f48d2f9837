import type { ModalProps } from '@mantine/core';
import { useState } from 'react';
import { CloseQuestion, HoldBack } from './close-question.tsx';
import { PlainDialog } from './plain-dialog.tsx';
import { useTyped } from './use-typed.ts';

interface DialogProps extends Omit<ModalProps, 'opened'> {
  /** What it asked for is under way: it stays until the answer is there, or `long`, when that takes its time, goes without a question. */
  sending?: 'held' | 'long' | null;
  /** More was typed than what stands in its fields now: in a tab that is not shown, as recipients, or as files. */
  isDirty?: boolean;
}

/** A dialog that is open as long as it is there. What was typed into its form does not go by Esc, a click beside it or Back, unasked. */
export function Dialog({ sending = null, isDirty: isMore = false, onClose, children, ...props }: DialogProps) {
  const { isTouched, isDirty, ...listeners } = useTyped(isMore);
  const [isAsking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    onClose();
  };
  const leave = () => {
    if (sending === 'held') return;
    if (sending === null && isDirty()) setAsking(true);
    else close();
  };
  return (
    <PlainDialog {...props} {...listeners} onClose={leave}>
      {children}
      {isAsking && <CloseQuestion stay={() => setAsking(false)} leave={close} />}
      {(isTouched || isMore) && <HoldBack isDirty={isDirty} sending={sending} />}
    </PlainDialog>
  );
}
