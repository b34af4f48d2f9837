import { Skeleton, Stack } from '@mantine/core';

/** Placeholder lines while something loads. */
export function Loading({ lines = 6, height = 20 }: { lines?: number; height?: number }) {
  return (
    <Stack gap="sm" p="md" aria-busy="true" data-testid="loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={height} width={line % 3 === 2 ? '72%' : '100%'} radius="sm" />
      ))}
    </Stack>
  );
}
