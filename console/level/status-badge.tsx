import { useLanguage } from '../words/language.ts';
import classes from './level.module.css';
import { caseStatusWord } from './level.ts';

/**
 * The status of a case in one word, without a colour because colours show levels. Renders nothing for a credit note,
 * which has no ladder. `isToPost`: the letter of its step is made and a person has to post it.
 */
export function StatusBadge({ status, isToPost = false }: { status: string | null; isToPost?: boolean }) {
  const { language } = useLanguage();
  if (status === null) return null;
  return (
    <span className={classes.status} data-status={status}>
      {caseStatusWord(status, isToPost, language)}
    </span>
  );
}
