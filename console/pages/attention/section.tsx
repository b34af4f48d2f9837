import { Badge, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A kind of anomaly with how many there are; not there at all when there is none. */
export function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <Stack component="section" gap={8} aria-label={title}>
      <Group gap={8}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Badge variant="light" color="gray" className="figures">
          {count}
        </Badge>
      </Group>
      {children}
    </Stack>
  );
}
