import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** Where there is nothing: what would be here, and what to do. */
export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <Stack align="center" gap={6} py={56} px="lg">
      <Text fw={600}>{title}</Text>
      {hint && (
        <Text c="dimmed" ta="center" maw={460}>
          {hint}
        </Text>
      )}
      {action}
    </Stack>
  );
}
