import { useLanguage } from '../words/language.ts';
import classes from './level.module.css';
import { statusWord, toPostWord } from './level.ts';

/** Where a case stands, in one word; of a credit note, which has no ladder, nothing. Quiet: colours are the levels'. */
export function StatusBadge({ status, isToPost = false }: { status: string | null; isToPost?: boolean }) {
  const { language } = useLanguage();
  if (status === null) return null;
  return (
    <span className={classes.status} data-status={status}>
      {isToPost && status === 'due' ? toPostWord(language) : statusWord(status, language)}
    </span>
  );
}
