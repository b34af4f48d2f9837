import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEscape } from './use-escape.ts';

/** A dialog that is open as long as it is there, and asks nothing; when it goes, the keyboard is back where it was. */
export function PlainDialog({ closeOnEscape = true, ...props }: Omit<ModalProps, 'opened'>) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What was pressed may be gone with it, and something else may have the focus already.
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  useEscape(closeOnEscape ? props.onClose : undefined);
  // Mantine's own answer to Esc closes all dialogs that lie over each other.
  return <Modal opened {...props} closeOnEscape={false} />;
}
