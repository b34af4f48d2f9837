import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '../../domain/reminder-content.ts';

/** French unless the caller prefers English. */
export function languageOf(headers: IncomingHttpHeaders): Language {
  const asked = (headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const weightOf = (language: Language) =>
    Math.max(0, ...asked.filter((one) => one.language === language).map(({ weight }) => weight));
  return weightOf('en') > weightOf('fr') ? 'en' : 'fr';
}
