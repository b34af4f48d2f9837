import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords({ clear: 'Tout désélectionner' }, { clear: 'Clear the selection' });

interface SelectionBarProps {
  /** « 14 dossiers · 12 300,00 € ». Null hides the bar. */
  said: string | null;
  clear: () => void;
  children: ReactNode;
}

/** Bar at the bottom of a list with selected rows: their sum, and what can be done with them. */
export function SelectionBar({ said, clear, children }: SelectionBarProps) {
  const w = useWords(words);
  if (said === null) return null;
  return (
    <Group
      px={16}
      py={8}
      gap="sm"
      role="region"
      aria-label={said}
      style={{ flex: 'none', borderTop: '1px solid var(--line)', background: 'var(--soft)' }}
    >
      <Text fw={600} className="figures">
        {said}
      </Text>
      {children}
      <Button variant="subtle" onClick={clear} ml="auto">
        {w.clear}
      </Button>
    </Group>
  );
}
