import { Group } from '@mantine/core';
import type { ReactNode } from 'react';

/** The filters of a list, in one line above it. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <Group gap={8} px={16} pb={8} style={{ flex: 'none' }}>
      {children}
    </Group>
  );
}
