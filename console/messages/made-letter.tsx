import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { LetterPreview } from '../draft/letter-preview.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { messageQuery } from './message-query.ts';

const words = defineWords({ making: 'Le courrier est en cours d’édition…' }, { making: 'The letter is being made…' });

const AGAIN_MS = 1_000;

/** The URL of a message's letter. Undefined while the worker is still making it; null when there will be none. */
function useMadeLetter(messageId: string): string | null | undefined {
  const { data } = useQuery({
    ...messageQuery(messageId),
    refetchInterval: ({ state }) => (state.data && !isBeingMade(state.data) ? false : AGAIN_MS),
  });
  if (data?.sha256.pdf) return `/v1/messages/${messageId}/letter.pdf`;
  return data && !isBeingMade(data) ? null : undefined;
}

const isBeingMade = (message: { status: string; sha256: { pdf: string | null } }): boolean =>
  message.status === 'reserved' && message.sha256.pdf === null;

/** A link that opens the letter in a tab, once it is made. */
export function MadeLetterLink({ messageId, label }: { messageId: string; label: string }) {
  const w = useWords(words);
  const url = useMadeLetter(messageId);
  if (url === null) return null;
  if (url === undefined) return <span>{w.making}</span>;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
      {label}
    </Anchor>
  );
}

/** The letter, once it is made. */
export function MadeLetter({ messageId }: { messageId: string }) {
  const w = useWords(words);
  const url = useMadeLetter(messageId);
  if (url === null) return null;
  return (
    <>
      {url === undefined && <Text c="dimmed">{w.making}</Text>}
      <LetterPreview url={url} />
    </>
  );
}
