import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Language } from '../../../words/language.ts';
import { reminderWords } from './reminder-words.ts';

interface Sent {
  id: string;
  kind: string;
  to: string[];
}

/** What was given to be sent, with the letter to open. */
export function saySent({ id, kind, to }: Sent, language: Language): void {
  const w = reminderWords[language];
  notifications.show({
    withBorder: true,
    autoClose: 12_000,
    message: (
      <Text>
        {kind === 'email' ? w.sentMail(to.join(', ')) : w.sentLetter}{' '}
        <Anchor href={`/v1/messages/${id}/letter.pdf`} target="_blank" rel="noreferrer" size="sm">
          {w.open}
        </Anchor>
      </Text>
    ),
  });
}
