import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '../api/client.ts';
import { defineWords, useWords } from '../words/words.ts';
import { isToPost } from './what-can-be-decided.ts';

const words = defineWords(
  {
    one: 'Un courrier édité attend d’être posté',
    many: (count: number) => `${count} courriers édités attendent d’être postés`,
    takenOne:
      'Cette modification le retire, et un autre est édité à sa place. S’il est déjà posté\u00a0: notez d’abord son dépôt.',
    taken:
      'Cette modification les retire, et d’autres sont édités à leur place. Ce qui est déjà posté\u00a0: notez d’abord son dépôt.',
  },
  {
    one: 'A letter that is made waits to be posted',
    many: (count: number) => `${count} letters that are made wait to be posted`,
    takenOne:
      'This change takes it back, and another is made in its place. If it is in the post already, note its posting first.',
    taken:
      'This change takes them back, and others are made in their place. What is in the post already: note its posting first.',
  },
);

/** The letters that wait to be posted, for a customer or for an invoice. */
const lettersToPost = (of: { customer_id: string } | { invoice_id: string }) => ({
  queryKey: ['actions', 'to-post', of],
  queryFn: async () => {
    const query = { ...of, status: 'to_do' as const, kind: 'letter' as const, limit: 200 };
    const { data } = await answerOf(api.GET('/v1/actions', { params: { query } }));
    return data.filter(isToPost);
  },
});

interface LettersTakenBackProps {
  of: { customer_id: string } | { invoice_id: string };
  /** The user is changing something that is printed on these letters. */
  isChanging: boolean;
}

/**
 * Notice before saving a change: which letters that wait to be posted it takes back, each a link to the action where
 * its posting can be recorded.
 */
export function LettersTakenBack({ of, isChanging }: LettersTakenBackProps) {
  const w = useWords(words);
  const { data: letters = [] } = useQuery(lettersToPost(of));
  if (!isChanging || letters.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" title={letters.length === 1 ? w.one : w.many(letters.length)} role="note">
      {letters.map(({ id, text }) => (
        <div key={id}>
          <Anchor component={Link} to={`/agenda/${id}`} size="sm">
            {text}
          </Anchor>
        </div>
      ))}
      <Text>{letters.length === 1 ? w.takenOne : w.taken}</Text>
    </Alert>
  );
}
