import { Button, Group, Text } from '@mantine/core';
import { forgetEdits } from '../draft/kept-edits.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Action } from './action-data.ts';

const words = defineWords(
  {
    later: 'Ce que vous avez modifié de ce message est gardé jusqu’au jour où il pourra l’être de nouveau.',
    made: 'Le message est fait, sans ce que vous y aviez modifié, qui est encore gardé.',
    forget: 'Ne plus le garder',
  },
  {
    later: 'What you changed of this message is kept until the day on which it can be changed again.',
    made: 'The message is made, without what you had changed in it, which is kept still.',
    forget: 'Keep it no more',
  },
);

/** Notice about edits of a message that cannot be changed now: it was postponed, or somebody else has made it. */
export function EditsSetAside({ action: { id, message_id } }: { action: Pick<Action, 'id' | 'message_id'> }) {
  const w = useWords(words);
  return (
    <Group gap="sm" role="note">
      <Text c="dimmed" size="sm">
        {message_id === null ? w.later : w.made}
      </Text>
      <Button variant="default" size="compact-xs" onClick={() => forgetEdits(id)}>
        {w.forget}
      </Button>
    </Group>
  );
}
