import type { Language } from '../../words/language.ts';

/** `10 h 42` for an instant, in the creditor's time zone. */
export function clock(at: string, language: Language, timeZone: string): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
    .format(new Date(at))
    .split(':');
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}
