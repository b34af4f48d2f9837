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
 * Details to the right of a list, which stays visible and usable: Esc closes, the arrows move to the next row. The
 * drawer has an address of its own, which the page maintains. The focus goes to the drawer's heading, which announces
 * what is shown, and afterwards back to the row.
 */
export function PageDrawer({ title, isOpen, close, size = 760, children }: PageDrawerProps) {
  // Menus and calendars inside the drawer close themselves.
  useEscape(() => (isUnderDialog() ? undefined : close()), isOpen, true);
  const heading = useHeading();
  // Most lists never open one: render nothing before the first time.
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
      // Keys of the page still work: see useKeys.
      attributes={{ content: { 'data-keys': 'page' } }}
      styles={{ content: { borderLeft: '1px solid var(--line)' } }}
      shadow="md"
    >
      {children}
    </Drawer>
  );
}

/**
 * Focuses the heading when the drawer opens. When the drawer closes while it holds the focus, focuses the row that was
 * open.
 */
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
