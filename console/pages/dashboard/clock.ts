import type { Language } from '../../words/language.ts';

/** `10 h 42` in the creditor's time zone: when it was last asked for, `at` in ms, whatever day the product is on. */
export function clock(at: number, language: Language, timeZone: string): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
    .format(at)
    .split(':');
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}
