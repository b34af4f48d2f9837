import { useLanguage } from '../words/language.ts';
import classes from './level.module.css';
import { statusWord } from './level.ts';

/**
 * The status of a case in one word, without a colour because colours show levels. Renders nothing for a credit note,
 * which has no ladder.
 */
export function StatusBadge({ status }: { status: string | null }) {
  const { language } = useLanguage();
  if (status === null) return null;
  return (
    <span className={classes.status} data-status={status}>
      {statusWord(status, language)}
    </span>
  );
}
