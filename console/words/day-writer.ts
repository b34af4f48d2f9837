/** As `Language`, whose file needs a browser; tests outside of one write days too. */
type Language = 'fr' | 'en';

type DayForm = Intl.DateTimeFormatOptions & { day: 'numeric'; month: 'short' | 'long' };

export const localeOf = (language: Language) => (language === 'fr' ? 'fr-FR' : 'en-GB');

/** Writes an instant's day, its month in words: « 1er » in French on the first, which `Intl` writes « 1 ». */
export function dayWriter(language: Language, form: DayForm): (at: Date) => string {
  const writer = new Intl.DateTimeFormat(localeOf(language), form);
  if (language !== 'fr') return (at) => writer.format(at);
  return (at) =>
    writer
      .formatToParts(at)
      .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
      .join('');
}
