import { List, Text } from '@mantine/core';
import { refusalSentence } from '../../../states/refusal-words.ts';
import { useFormats } from '../../../words/formats.ts';
import { defineWords, useWords } from '../../../words/words.ts';
import type { Bulk } from './use-bulk.ts';

const words = defineWords(
  {
    one: 'action refusée, rien n’a changé pour elle\u00a0:',
    many: 'actions refusées, rien n’a changé pour elles\u00a0:',
  },
  { one: 'action refused, nothing changed for it:', many: 'actions refused, nothing changed for them:' },
);

/** Which of many were refused, each with why. */
export function RefusedActions({ of: { refused, chosen } }: { of: Pick<Bulk, 'refused' | 'chosen'> }) {
  const w = useWords(words);
  const { count, language } = useFormats();
  if (refused.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{count(refused.length, w.one, w.many)}</Text>
      <List size="sm" mt={4} spacing={2}>
        {refused.map(({ id, code, detail }) => (
          <List.Item key={id}>
            {chosen.find((action) => action.id === id)?.text} – {refusalSentence(code, language) ?? detail}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
