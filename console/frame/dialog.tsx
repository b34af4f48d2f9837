import type { ModalProps } from '@mantine/core';
import { useState } from 'react';
import { CloseQuestion, HoldBack } from './close-question.tsx';
import { PlainDialog } from './plain-dialog.tsx';
import { useTyped } from './use-typed.ts';

interface DialogProps extends Omit<ModalProps, 'opened'> {
  /**
   * Set while a request of the dialog is under way: `held` keeps the dialog open until the answer; `long` means that
   * the answer takes long, and the dialog can be closed without a question.
   */
  sending?: 'held' | 'long' | null;
  /** Set when something was typed that the visible fields do not show: in another tab, as recipients, or as files. */
  isDirty?: boolean;
}

/** A dialog that is open while it is mounted. It asks before Esc, a click outside or Back discards what was typed. */
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
