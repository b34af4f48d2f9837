import type { Language } from '../../words/language.ts';

/** `10 h 42`, on the clock of who looks: when it was last asked for, whatever day the product is on. */
export function clock(at: number, language: Language): string {
  const [hour = '', minute = ''] = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
    .format(at)
    .split(':');
  return language === 'fr' ? `${Number(hour)}\u00a0h\u00a0${minute}` : `${hour}:${minute}`;
}
