import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageDrawerProps {
  title: ReactNode;
  isOpen: boolean;
  close: () => void;
  size?: number;
  children: ReactNode;
}

/**
 * Details on the right of a list, which stays in sight and in use: Esc closes, the arrows go on to the next row. It has its own
 * address, which its page keeps.
 */
export function PageDrawer({ title, isOpen, close, size = 760, children }: PageDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="right"
      size={size}
      title={title}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
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
