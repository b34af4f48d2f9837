import { List, Text } from '@mantine/core';
import { useFormats } from '../../../words/formats.ts';
import { useWords } from '../../../words/words.ts';
import { refusedSaid, refusedWords } from './refused-said.ts';
import type { Bulk } from './use-bulk.ts';

/** The actions that were refused, each with the reason. */
export function RefusedActions({ of: { refused, chosen } }: { of: Pick<Bulk, 'refused' | 'chosen'> }) {
  const w = useWords(refusedWords);
  const { count, language } = useFormats();
  if (refused.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{count(refused.length, w.one, w.many)}</Text>
      <List size="sm" mt={4} spacing={2}>
        {refused.map((one) => (
          <List.Item key={one.id}>{refusedSaid(one, chosen, language)}</List.Item>
        ))}
      </List>
    </div>
  );
}
