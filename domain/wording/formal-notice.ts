import type { LocalDate } from '../calendar/local-date.ts';
import { FORMAL_NOTICE } from '../ladder/payment-deadline.ts';
import type { TemplateText } from '../reminder-content.ts';
import { type AuthorText, authorText } from './author-text.ts';

/** What a text lacks to be a formal notice (C. civ. 1344): to say that it is one, and until when there is to pay. */
type Lack = 'words' | 'deadline';

/** Matched on `authorText`. To speak of one that is still to come, or to say that this is none, is to send none. */
const WORDS =
  /(?<!(?:pas (?:une )?|avant (?:une |la |toute )?|prochaine |not (?:a )?|before (?:a |any )?|future ))(?<!\p{L})(?:(?:mis|met)\p{L}*[\s-]+en[\s-]+demeure|formal notice)(?!\p{L})/u;
const DELAY = /(?<![\p{L}\p{N}])(?:\d{1,3}|huit|dix|quinze|trente|eight|ten|fifteen|thirty) (?:jours?|days?)(?!\p{L})/u;
const MONTHS = new Map(
  [
    ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
  ].map((name, index) => [name, String((index % 12) + 1).padStart(2, '0')]),
);

/**
 * What the text of a letter lacks to be a formal notice; nothing: it is one. The delay is a tag, a number of days or, in a draft that
 * has its values already, a day after `todayOn`.
 */
function lacks({ text, tags }: AuthorText, todayOn: LocalDate | null): Lack[] {
  const givesDelay =
    tags.has('#payment_deadline') ||
    DELAY.test(text) ||
    (todayOn !== null && daysNamed(text).some((on) => on > todayOn));
  return [...(WORDS.test(text) ? [] : ['words' as const]), ...(givesDelay ? [] : ['deadline' as const])];
}

/** Whether a letter that leaves on `todayOn` is a formal notice by what it says. */
export const isFormalNotice = (text: TemplateText, todayOn: LocalDate): boolean =>
  lacks(authorText(text), todayOn).length === 0;

/** What the author of a letter of level 3 or above should know of it, as French sentences; `todayOn` null: of a template. */
export function formalNoticeAdvice(text: TemplateText, level: number | null, todayOn: LocalDate | null): string[] {
  if (level === null || level < FORMAL_NOTICE) return [];
  const SENTENCES: Record<Lack, string> = {
    words: 'Une lettre de niveau 3 qui ne dit pas «\u00a0mise en demeure\u00a0» n’en est pas une (C. civ. 1344).',
    deadline: `Une mise en demeure donne un délai\u00a0: ${todayOn === null ? 'la balise #payment_deadline manque' : 'aucune date limite ne figure dans la lettre'}.`,
  };
  return lacks(authorText(text), todayOn).map((lack) => SENTENCES[lack]);
}

/** The days that a text names, in words or in figures. */
function daysNamed(text: string): LocalDate[] {
  const inWords = [...text.matchAll(/(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+),? (\d{4})/g)].map(
    ([, day, month, year]) => [day, MONTHS.get(month!), year] as const,
  );
  const inFigures = [...text.matchAll(/(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})/g)].map(
    ([, day, month, year]) => [day, month!.padStart(2, '0'), year] as const,
  );
  return [...inWords, ...inFigures].flatMap(([day, month, year]) =>
    month ? [`${year}-${month}-${day!.padStart(2, '0')}`] : [],
  );
}
