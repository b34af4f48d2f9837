import { Drawer } from '@mantine/core';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { isUnderDialog } from './keys.ts';
import { useEscape } from './use-escape.ts';

interface PageDrawerProps {
  title: ReactNode;
  isOpen: boolean;
  close: () => void;
  size?: number;
  children: ReactNode;
}

/**
 * Details on the right of a list, which stays in sight and in use: Esc closes, the arrows go on to the next row. It has its own
 * address, which its page keeps. The focus goes to its heading, which says what it goes on to, and back to the row.
 */
export function PageDrawer({ title, isOpen, close, size = 760, children }: PageDrawerProps) {
  // The menus and calendars in it close themselves.
  useEscape(() => (isUnderDialog() ? undefined : close()), isOpen, true);
  const heading = useHeading();
  // Most lists are left without one: nothing is drawn for it before it is first opened.
  const [wasAsked, setAsked] = useState(isOpen);
  if (isOpen && !wasAsked) setAsked(true);
  if (!isOpen && !wasAsked) return null;
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={size}
      title={
        <span ref={heading} tabIndex={-1} aria-live="polite" style={{ outline: 'none' }}>
          {title}
        </span>
      }
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      transitionProps={{ duration: 120 }}
      // The page's keys go on to work: see useKeys.
      attributes={{ content: { 'data-keys': 'page' } }}
      styles={{ content: { borderLeft: '1px solid var(--line)' } }}
      shadow="md"
    >
      {children}
    </Drawer>
  );
}

/** Takes the focus when the drawer opens; when it goes with the focus in it, the row that was open has it. */
function useHeading() {
  const drawer = useRef<Element | null>(null);
  return useCallback((heading: HTMLElement | null) => {
    if (heading) {
      drawer.current = heading.closest('[role="dialog"]');
      heading.focus({ preventScroll: true });
      return;
    }
    const { activeElement } = document;
    if (activeElement !== document.body && !drawer.current?.contains(activeElement)) return;
    document.querySelector<HTMLElement>('[role="row"][data-active]')?.focus({ preventScroll: true });
  }, []);
}
