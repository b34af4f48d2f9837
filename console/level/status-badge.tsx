import { waitingWords } from '../messages/why-waiting.ts';
import { useLanguage } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import classes from './level.module.css';
import { caseStatusWord } from './level.ts';

interface StatusBadgeProps {
  status: string | null;
  isToPost?: boolean;
  isStopped?: boolean;
}

/**
 * The status of a case in one word, without a colour because colours show levels. Renders nothing for a credit note,
 * which has no ladder. `isToPost`: the letter of its step is made and a person has to post it. `isStopped`: its message
 * waits, since all sending is stopped.
 */
export function StatusBadge({ status, isToPost = false, isStopped = false }: StatusBadgeProps) {
  const { language } = useLanguage();
  const { waitsForLine } = useWords(waitingWords);
  if (status === null) return null;
  return (
    <span className={classes.status} data-status={status}>
      {isStopped ? waitsForLine : caseStatusWord(status, isToPost, language)}
    </span>
  );
}
