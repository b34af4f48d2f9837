import { z } from 'zod';
import { MAX_CENTS } from '../../domain/money/cents.ts';

// What Postgres cannot store (NUL), what no letter can print (control characters), and lone surrogates.
const UNPRINTABLE = /[\p{Cs}\u0000-\u001f\u007f]/u;
const UNPRINTABLE_BUT_LINES = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/**
 * A text in the form in which it is stored and compared (NFC): a Mac writes é as two characters, other systems as one.
 */
const text = () => z.string().normalize('NFC');

/** One line of printable text, trimmed, of 1 to `max` characters. */
export const line = (max: number) =>
  text()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    .refine((text) => !UNPRINTABLE.test(text), 'must be one line of printable text');

/** One line of printable text that may be empty. */
export const lineOrEmpty = (max: number) =>
  text()
    .trim()
    .max(max)
    .refine((text) => !UNPRINTABLE.test(text), 'must be one line of printable text');

/** Free text of 1 to `max` characters, line breaks allowed. */
export const paragraph = (max: number) =>
  text()
    .trim()
    .min(1, 'must not be empty')
    .max(max)
    .refine((text) => !UNPRINTABLE_BUT_LINES.test(text), 'must be printable text');

/** An id from another system, compared as it is: no spaces at its ends, and accents in one form. */
export const foreignId = text()
  .min(1, 'must not be empty')
  .max(100)
  .refine((text) => !UNPRINTABLE.test(text) && text === text.trim(), 'must be printable, without spaces at its ends');

/** A UUID of any version, lower-cased as ids are stored. */
export const uuid = z.guid('Invalid UUID').toLowerCase();

/** An amount above zero, in integer cents. */
export const positiveCents = z.int().min(1, 'must be more than zero').max(MAX_CENTS);

/** An existing day between 1900 and 2200. `abort`: a text that is no date is not compared. */
export const localDate = z.iso
  .date({ abort: true })
  .refine((on) => on >= '1900-01-01' && on <= '2200-12-31', 'must lie between 1900 and 2200');

/** An instant between 1900 and 2200, with its offset from UTC. */
export const instant = z.iso
  .datetime({ offset: true })
  .refine((at) => at >= '1900' && at < '2200', 'must lie between 1900 and 2200');

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** An ISO 4217 code, upper case. */
export const currency = z.string().refine((code) => CURRENCIES.has(code), 'must be an ISO 4217 code such as EUR');

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** An ISO 3166-1 alpha-2 code, upper case. */
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'must be a country code of two capital letters such as FR')
  .refine((code) => !/^[A-Z]{2}$/.test(code) || regionNames.of(code) !== undefined, 'is not a country');

export const email = z.email().max(254);

/** Digits, spaces and the usual signs of telephone numbers. */
export const phone = z
  .string()
  .trim()
  .regex(/^[+0-9][0-9 .()/-]{2,29}$/, 'must be a telephone number');

/** Only http and https, since the link is printed in letters and mails. */
export const webUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !UNPRINTABLE.test(url) && !/\s/.test(url), 'must be an http or https address');

/** Level 0 to 3 (R0–R3). */
export const level = z.int().min(0).max(3);
/** A level that a scenario's step may have, which goes beyond R3. */
export const stepLevel = z.int().min(0).max(9);
