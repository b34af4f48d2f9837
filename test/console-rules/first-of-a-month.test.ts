import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from '../../console/fields/typed-day.ts';
import { dayWriter } from '../../console/words/day-writer.ts';

// French writes the first of a month « 1er », and every other day as a bare number.

const FORMS = [
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: 'numeric', month: 'short' },
  { weekday: 'long', day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
] as const;

const written = (language: 'fr' | 'en', form: (typeof FORMS)[number], at: string) =>
  dayWriter(language, { timeZone: 'Europe/Paris', ...form })(new Date(at)).replaceAll(/\s/g, ' ');

it('the first of a month is « 1er » in French, in every form, and « 1 » in English', () => {
  const first = '2026-12-01T08:01:00Z';
  expect(FORMS.map((form) => written('fr', form, first))).toEqual([
    '1er déc. 2026',
    '1er déc.',
    'mardi 1er décembre',
    '1er déc. 2026, 9:01',
  ]);
  expect(written('en', FORMS[2], first)).toBe('Tuesday 1 December');
});

it('it is the creditor’s first, not the one in London', () => {
  expect(written('fr', FORMS[1], '2026-11-30T23:30:00Z')).toBe('1er déc.');
  expect(written('fr', FORMS[1], '2026-12-01T23:30:00Z')).toBe('2 déc.');
});

it('« 1er » stands before the month on the first and on no other day, and nothing else is changed', () => {
  const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...FORMS), (at, form) => {
      const options = { timeZone: 'UTC', ...form };
      const text = dayWriter('fr', options)(at);
      expect(/(?:^|\s)1er\s\p{L}/u.test(text)).toBe(at.getUTCDate() === 1);
      expect(text.replace('1er', '1')).toBe(new Intl.DateTimeFormat('fr-FR', options).format(at));
      expect(dayWriter('en', options)(at)).toBe(new Intl.DateTimeFormat('en-GB', options).format(at));
    }),
  );
});

it('what a field shows of a day is read as that day, in both languages', () => {
  const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom('fr', 'en'), (at, language) => {
      const text = dayWriter(language, { timeZone: 'UTC', ...FORMS[0] })(at);
      expect(dayOf(text, { language, todayOn: '2026-11-30' })).toBe(at.toISOString().slice(0, 10));
    }),
  );
});
