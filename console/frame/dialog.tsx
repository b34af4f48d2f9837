import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { openedOver } from './lying-over.ts';

/** A dialog that is open as long as it is there; when it goes, the keyboard is back where it was. */
export function Dialog({ closeOnEscape = true, ...props }: Omit<ModalProps, 'opened'>) {
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

/** Esc closes what lies on top, and nothing when that is not to be closed by it. */
function useEscape(close: (() => void) | undefined): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const self = openedOver();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !isForList(event) && self.takes(event)) latest.current?.();
    };
    // In the capturing phase: before a field has its say.
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      self.leave();
    };
  }, []);
}

/** A list that is open in a field of Mantine's marks the field: it closes first. */
const isForList = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';
