import { messageWord, toPostWord } from '../level/level.ts';
import { useLanguage } from '../words/language.ts';
import type { Message } from './message.ts';
import classes from './message.module.css';

/** What became of a message, in one word; what a person has to look at stands out by weight, not by colour. */
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
