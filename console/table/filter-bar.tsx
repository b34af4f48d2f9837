import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Later } from '../frame/later.tsx';

/** The filters of a list, in one line above it, which has its height before they are there. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <Group gap={8} px={16} pb={8} mih={38} style={{ flex: 'none' }}>
      <Later>{children}</Later>
    </Group>
  );
}
