import type { LocalDate } from '../calendar/local-date.ts';
import { isFormalNoticeLevel } from '../ladder/step.ts';
import type { Language, TemplateText } from '../reminder-content.ts';
import { type AuthorText, authorText } from './author-text.ts';

/** What a text lacks to be a formal notice (C. civ. 1344): the words that say it is one, or a deadline to pay. */
type Lack = 'words' | 'deadline';

/**
 * Words for a formal notice; like all patterns below, matched on `authorText`. A text that denies being one, or only
 * speaks of a future one, does not match.
 */
const WORDS =
  /(?<!(?:pas (?:une )?|avant (?:une |la |toute |de vous )?|sans (?:devoir |avoir a )?vous |sous peine (?:de |d'une )|prochaine |not (?:a )?|before (?:a |any )?|future ))(?<!\p{L})(?:(?:mis(?:e|es)?|met(?:s|tons|tre|tant)?)[\s-]+en[\s-]+demeure|formal notice)(?!\p{L})/gu;
/** Directly before these words: the text means this very letter. */
const THIS_ONE =
  /(?<!\p{L})(?:presente|hereby|this|vaut|valant|constitue)(?: (?:lettre|courrier|letter|is|comme|as|pour|de|une|la|notre|a|our))* $/u;
/** A verb in the future or the conditional, in either language. */
const TO_COME =
  "(?:\\p{L}+(?:[deiuvr]|tt)r(?:ons|ions|ai|ais|ait|ez|iez|ont|aient|a)|irons|allons|vais|va|envisageons|will|shall|would|may|might|could|going to)(?!\\p{L})|'ll(?!\\p{L})";
const ANNOUNCED_BEFORE = new RegExp(`(?<!\\p{L})(?:${TO_COME})`, 'u');
const ANNOUNCED_AFTER = new RegExp(`^(?: [\\p{L}']+){0,3} (?:${TO_COME})`, 'u');
/**
 * With "vous mettre en demeure" these words make a threat, unless the sentence goes on with "à ce jour": then they give
 * the reason.
 */
const CONDITION =
  /(?<!\p{L})(?:si |s'il |a defaut|faute d|sans (?:votre |aucun )?(?:reglement|paiement|reponse|retour|nouvelle))(?!.* a ce jour)/u;

const COUNT = String.raw`(?:\d{1,3}|huit|dix|quinze|trente|eight|ten|fifteen|thirty)(?: \([^)\n]{1,12}\))?`;
const GIVEN = [
  "(?:sous|dans|d'ici)(?: (?:les|un|delai|maximum|maximal|supplementaire|imperatif|dernier|de|rigueur|prochains)){0,6}",
  'delai (?:maximum |maximal |supplementaire |imperatif |de rigueur )?de',
  '(?:within|in)(?: (?:the|a|next|period|time|limit|of)){0,5}',
  "vous (?:disposez (?:de|d'un delai de)|avez|accordons|laissons)",
  'you (?:have|are given)',
].join('|');
/** A delay given to pay: not how late the invoice is, nor its original payment terms. */
const DELAY = new RegExp(
  String.raw`(?<!\p{L})(?:(?:${GIVEN}) ${COUNT} (?:jours?|days?)(?! (?:de retard|late|overdue))|sous (?:huitaine|quinzaine))(?!\p{L})`,
  'u',
);
const MONTHS = new Map(
  [
    ...['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin'],
    ...['juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'],
    ...['january', 'february', 'march', 'april', 'may', 'june'],
    ...['july', 'august', 'september', 'october', 'november', 'december'],
  ].map((name, index) => [name, String((index % 12) + 1).padStart(2, '0')]),
);

/**
 * What the text of a letter lacks to be a formal notice; an empty list when it is one. The delay may be a tag, a number
 * of days or, in a draft with values filled in, a day after `todayOn`.
 */
function lacks({ text, tags }: AuthorText, todayOn: LocalDate | null): Lack[] {
  const givesDelay =
    tags.has('#payment_deadline') ||
    DELAY.test(text) ||
    (todayOn !== null && daysNamed(text).some((on) => on > todayOn));
  return [...(saysSo(text) ? [] : ['words' as const]), ...(givesDelay ? [] : ['deadline' as const])];
}

/** Whether a sentence of the text gives formal notice, rather than announcing it or threatening with it. */
function saysSo(text: string): boolean {
  return text.split(/[.!?;](?=\s)|\n/u).some((sentence) =>
    [...sentence.matchAll(WORDS)].some((found) => {
      const [before, after] = [sentence.slice(0, found.index), sentence.slice(found.index + found[0].length)];
      if (THIS_ONE.test(before)) return true;
      const isThreat = found[0].startsWith('mettre') && CONDITION.test(before);
      return !isThreat && !ANNOUNCED_BEFORE.test(before) && !ANNOUNCED_AFTER.test(after);
    }),
  );
}

/** Whether the text of a letter that leaves on `todayOn` makes it a formal notice. */
export const isFormalNotice = (text: TemplateText, todayOn: LocalDate): boolean =>
  lacks(authorText(text), todayOn).length === 0;

const ADVICE: Record<Language, Record<Lack | 'tag', string>> = {
  fr: {
    words:
      'Une lettre de niveau 3 qui ne dit pas «\u00a0mise en demeure\u00a0», ou ne fait que l’annoncer, n’en est pas une (C. civ. 1344).',
    deadline: 'Une mise en demeure donne un délai\u00a0: aucune date limite ne figure dans la lettre.',
    tag: 'Une mise en demeure donne un délai\u00a0: la balise #payment_deadline manque.',
  },
  en: {
    words:
      'A letter of level 3 that does not say “mise en demeure” (formal notice), or only announces it, is none (C. civ. 1344).',
    deadline: 'A formal notice sets a deadline: the letter has no last day to pay.',
    tag: 'A formal notice sets a deadline: the tag #payment_deadline is missing.',
  },
};

/** Advice for the author of a letter of level 3 or above, as sentences; `todayOn` is null for a template. */
export function formalNoticeAdvice(
  text: TemplateText,
  level: number | null,
  todayOn: LocalDate | null,
  language: Language = 'fr',
): string[] {
  if (level === null || !isFormalNoticeLevel(level)) return [];
  return lacks(authorText(text), todayOn).map(
    (lack) => ADVICE[language][lack === 'deadline' && todayOn === null ? 'tag' : lack],
  );
}

/** The days that a text names, with the month in words or in figures. */
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
