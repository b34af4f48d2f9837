/** Repeats `Language`, whose file needs a browser: tests outside of one write days too. */
type Language = 'fr' | 'en';

type DayForm = Intl.DateTimeFormatOptions & { day: 'numeric'; month: 'short' | 'long' };

export const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');

/**
 * Writes the day of an instant with its month in words. French has « 1er » for the first of a month, where `Intl`
 * writes « 1 ».
 */
export function dayWriter(language: Language, form: DayForm): (at: Date) => string {
  const writer = new Intl.DateTimeFormat(localeOf(language), form);
  if (language !== 'fr') return (at) => writer.format(at);
  return (at) =>
    writer
      .formatToParts(at)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join('');
}
