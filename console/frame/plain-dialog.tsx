import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEscape } from './use-escape.ts';

/**
 * A dialog that is open while it is mounted and never asks before closing. On closing, the focus returns to where it
 * was.
 */
export function PlainDialog({ closeOnEscape = true, ...props }: Omit<ModalProps, 'opened'>) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // The pressed button may be gone too, or something else may have the focus already.
      if (document.activeElement === document.body && before instanceof HTMLElement)
        before.focus({ preventScroll: true });
    },
    [before],
  );
  useEscape(closeOnEscape ? props.onClose : undefined);
  // Mantine's own handling of Esc would close all stacked dialogs at once.
  return <Modal opened {...props} closeOnEscape={false} />;
}
