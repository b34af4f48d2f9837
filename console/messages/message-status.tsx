import { messageWord } from '../level/level.ts';
import { useLanguage } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import type { Message } from './message.ts';
import classes from './message.module.css';
import { waitingWords } from './why-waiting.ts';

/** The status of a message in one word. What needs a person is marked by weight, not by colour. */
export function MessageStatus({
  message: { status, to_post: isToPost, waits },
}: {
  message: Pick<Message, 'status' | 'to_post' | 'waits'>;
}) {
  const { language } = useLanguage();
  const { waitsForLine } = useWords(waitingWords);
  const word = waits?.line_stopped ? waitsForLine : messageWord(isToPost ? 'to_post' : status, language);
  return (
    <span className={classes.status} data-status={status}>
      {word}
    </span>
  );
}
