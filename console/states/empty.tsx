import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface EmptyProps {
  title: string;
  hint?: string;
  action?: ReactNode;
  /** Less padding, where something else needs the height. */
  isLow?: boolean;
}

/** Shown in place of an empty list: what would be here, and what to do. */
export function Empty({ title, hint, action, isLow }: EmptyProps) {
  return (
    <Stack align="center" gap={6} py={isLow ? 16 : 56} px="lg">
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
