import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { MadeLetterLink } from '../../../messages/made-letter.tsx';
import type { HowItLeaves } from '../../../providers/how-it-leaves.ts';
import type { Language } from '../../../words/language.ts';
import { sentSaid } from './sent-said.ts';
import { reminderWords } from './reminder-words.ts';

/** Notice: what was handed over for sending and how it is sent, with a link to the letter. */
export function saySent(
  sent: Parameters<typeof sentSaid>[0] & { id: string },
  how: HowItLeaves | undefined,
  language: Language,
): void {
  const w = reminderWords[language];
  notifications.show({
    withBorder: true,
    autoClose: 12_000,
    message: (
      <Text>
        {sentSaid(sent, how, language)} <MadeLetterLink messageId={sent.id} label={w.open} />
      </Text>
    ),
  });
}
