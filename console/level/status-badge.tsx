import { useLanguage } from '../words/language.ts';
import classes from './level.module.css';
import { statusWord } from './level.ts';

/** Where a case stands, in one word. Quiet: colours are the levels'. */
export function StatusBadge({ status }: { status: string }) {
  const { language } = useLanguage();
  return (
    <span className={classes.status} data-status={status}>
      {statusWord(status, language)}
    </span>
  );
}
