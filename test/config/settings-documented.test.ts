import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { settingsChange } from '../../facts/inputs/settings.ts';

/** Settings that the page calls by a word and not by the field's name. */
const WORDS: Record<string, string> = {
  company: 'company',
  address: 'address',
  iban: 'bank details',
  bic: 'bank details',
};

it('docs/configuration.md names every setting that a creditor can change', () => {
  const [, chapter = ''] = readFileSync('docs/configuration.md', 'utf8').split('## What a creditor sets himself');
  const settings = Object.keys(settingsChange.shape);
  expect(settings.length).toBeGreaterThan(20);
  expect(settings.filter((name) => !chapter.includes(WORDS[name] ?? `\`${name}\``))).toEqual([]);
});
