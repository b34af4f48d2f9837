import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Later } from '../frame/later.tsx';

/** The line of filters above a list. It reserves its height before the filters are rendered. */
export function FilterBar({ children }: { children: ReactNode }) {
  return (
    <Group gap={8} px={16} pb={8} mih={38} style={{ flex: 'none' }}>
      <Later>{children}</Later>
    </Group>
  );
}
