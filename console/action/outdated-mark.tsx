import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useWords } from '../words/words.ts';
import type { Action } from './action-data.ts';
import { outdatedWords } from './outdated-words.ts';

/**
 * Mark beside an action in a list: its letter must be made again before it is printed, and why. Renders nothing
 * otherwise.
 */
export function OutdatedMark({ action: { letter_outdated: outdated = null } }: { action: Action }) {
  const w = useWords(outdatedWords);
  if (outdated === null) return null;
  return (
    <Group gap={6} wrap="nowrap" flex="none" title={w.why[outdated]}>
      <IconAlertTriangle size={14} aria-hidden />
      <Text size="xs" fw={600}>
        {w.remake}
      </Text>
    </Group>
  );
}
