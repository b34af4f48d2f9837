import type { Action } from '../../action/action-data.ts';
import { isWaiting } from '../../action/is-waiting.ts';
import { daysBetween } from '../../words/days.ts';
import type { Formats } from '../../words/formats.ts';

const WORDS = {
  fr: { late: 'En retard', today: 'Aujourd’hui', tomorrow: 'Demain' },
  en: { late: 'Late', today: 'Today', tomorrow: 'Tomorrow' },
} as const;

/** The heading of an action: its day, or one heading for all that are late. */
export function dayGroup(
  action: Pick<Action, 'due_on' | 'status'>,
  { language, todayOn, longDay }: Pick<Formats, 'language' | 'todayOn' | 'longDay'>,
): string {
  const { late, today, tomorrow } = WORDS[language];
  const inDays = daysBetween(todayOn, action.due_on);
  if (inDays < 0 && isWaiting(action)) return late;
  const said = capital(longDay(action.due_on));
  if (inDays === 0) return `${today} · ${said}`;
  if (inDays === 1) return `${tomorrow} · ${said}`;
  const year = action.due_on.slice(0, 4);
  return year === todayOn.slice(0, 4) ? said : `${said} ${year}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
