import { messageWord, toPostWord } from '../level/level.ts';
import { useLanguage } from '../words/language.ts';
import type { Message } from './message.ts';
import classes from './message.module.css';

/** The status of a message in one word. What needs a person is marked by weight, not by colour. */
export function MessageStatus({
  message: { status, to_post: isToPost },
}: {
  message: Pick<Message, 'status' | 'to_post'>;
}) {
  const { language } = useLanguage();
  return (
    <span className={classes.status} data-status={status}>
      {isToPost ? toPostWord(language) : messageWord(status, language)}
    </span>
  );
}
