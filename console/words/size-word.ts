import type { Language } from './language.ts';

const UNITS = { fr: { kb: 'Ko', mb: 'Mo' }, en: { kb: 'kB', mb: 'MB' } };

/** How large a file is, in whole kilobytes or in megabytes with one decimal. */
export function sizeWord(bytes: number, language: Language): string {
  const { kb, mb } = UNITS[language];
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))}\u00a0${kb}`;
  const shown = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Math.ceil(bytes / 100_000) / 10);
  return `${shown}\u00a0${mb}`;
}
