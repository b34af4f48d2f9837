import { Text } from '@mantine/core';
import { messageWord } from '../level/level.ts';
import { useFormats } from '../words/formats.ts';
import { withColon } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import type { Message } from './message.ts';
import { waitingWords, whyWaiting } from './why-waiting.ts';

/** Why a message is not sent yet, and when the next try is. Renders nothing when it waits for nothing. */
export function WaitNote({ message: { waits } }: { message: Pick<Message, 'waits'> }) {
  const w = useWords(waitingWords);
  const { instant, language } = useFormats();
  if (!waits) return null;
  const why = whyWaiting(waits, w) ?? messageWord(waits.code, language);
  const said = waits.line_stopped ? withColon(language, w.lineStopped, why) : capital(why);
  return (
    <Text role="status">
      {said}. {w.tryAgain(instant(waits.until_at))}
    </Text>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
