import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';

interface SectionProps<Row> {
  title: string;
  list: {
    rows: readonly Row[] | undefined;
    total: number | undefined;
    onEnd: (() => void) | undefined;
    isLoadingMore: boolean;
  };
  children: (row: Row) => ReactNode;
  gap?: number;
}

/** A kind of anomaly with its count and a button for more. Renders nothing when there is none. */
export function Section<Row>({ title, list, children, gap = 8 }: SectionProps<Row>) {
  const w = useWords(attentionWords);
  const { number } = useFormats();
  const { rows = [], total = rows.length, onEnd, isLoadingMore } = list;
  if (rows.length === 0) return null;
  return (
    <Stack component="section" gap={8} aria-label={title}>
      <Group gap={8}>
        <Title order={2} size="h5">
          {title}
        </Title>
        <Badge variant="light" color="gray" className="figures">
          {number(total)}
        </Badge>
      </Group>
      <Stack gap={gap}>{rows.map(children)}</Stack>
      {onEnd && (
        <Button variant="default" w="fit-content" loading={isLoadingMore} onClick={onEnd}>
          {w.more(number(Math.max(total - rows.length, 1)))}
        </Button>
      )}
    </Stack>
  );
}
