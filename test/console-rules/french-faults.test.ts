import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultSentence } from '../../console/states/fault-words.ts';
import { refusalSentence } from '../../console/states/refusal-words.ts';

const FALLBACK = 'Cette valeur ne convient pas.';
/** Refusals that no form of the console can cause: only programmers see them. */
const FOR_PROGRAMS = [
  /^or all: true is required/,
  /^Give invoice_ids or a filter/,
  /^There is no field/,
  /^Nested deeper/,
  /^Not a cursor/,
  /^Must be a whole number from/,
  /^name one of/i,
];

const text = String.raw`(?:'((?:[^'\\]|\\.)+)'|\x60([^\x60]+)\x60)`;
/** How the sources report what is wrong with a field. */
const SAID = [
  String.raw`\binvalid(?:Field)?\(\s*(?:'\w+'|\w+),\s*(?:'[^']*'|\x60[^\x60]*\x60|\w+),\s*${text}`,
  String.raw`\bfault\(index, '\w+', '\w+', ${text}`,
  String.raw`\bfault\(\s*index,\s*'\w+',\s*'\w+',\s*${text}`,
  String.raw`\.(?:refine|regex|min)\((?:(?!\.refine|\.regex|\.min|;\n)[^])*?,\s*'((?:must|is|goes|name|needs) [^']+)'`,
  String.raw`\bmessage: ${text}`,
  String.raw`\bfault\(${text}`,
  String.raw`\bat\('\w+', ${text}`,
  String.raw`pointer[^\n]*detail: ${text}`,
].map((source) => new RegExp(source, 'gu'));

/** Every sentence about a field in the sources, with a sample in place of each variable part. */
function faultsInSources(): string[] {
  const files = ['api', 'facts', 'domain/groups'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !/webhooks|frame/.test(file));
  const found = sources.flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    return SAID.flatMap((said) => [...source.matchAll(said)].map((match) => match[1] ?? match[2] ?? ''));
  });
  return [...new Set(found.map((detail) => detail.replace(/\$\{[^}]*\}/g, '7')))];
}

it('every fault of a field that a form can bring about is said in French', () => {
  const faults = faultsInSources().filter((detail) => !FOR_PROGRAMS.some((pattern) => pattern.test(detail)));
  expect(faults.length).toBeGreaterThan(60);
  expect(faults.filter((detail) => faultSentence(detail, 'fr') === FALLBACK)).toEqual([]);
});

it('what has no words of ours is said in French all the same, and in English as the API says it', () => {
  expect(faultSentence('The moon is not full.', 'fr')).toBe(FALLBACK);
  expect(faultSentence('must be round', 'en')).toBe('Must be round');
});

it('what the API answers in French of itself stays as it is', () => {
  const detail = 'le client n’a pas de numéro de mobile ; complétez son contact.';
  expect(faultSentence(detail, 'fr')).toBe('Le client n’a pas de numéro de mobile ; complétez son contact.');
});

it('zod’s own sentences are said in French', () => {
  const said = [
    ['Too big: expected string to have <=200 characters.', 'Au plus 200 caractères.'],
    ['Too small: expected array to have >=1 items.', 'Au moins 1.'],
    ['Invalid input: expected string, received undefined.', 'À remplir.'],
    ['Invalid email address.', 'Ce n’est pas une adresse électronique.'],
    ['Invalid ISO date.', 'Cette date n’est pas possible.'],
    ['Invalid URL.', 'Une adresse qui commence par https://.'],
    ['Invalid option: expected one of "a"|"b".', 'Choisissez une valeur de la liste.'],
  ] as const;
  for (const [english, french] of said) expect(faultSentence(english, 'fr')).toBe(french);
});

it('a refusal is known by its code in both languages', () => {
  expect(refusalSentence('out_of_date', 'fr')).toMatch(/^Le solde, l’adresse ou une échéance a changé/);
  expect(refusalSentence('out_of_date', 'en')).toMatch(/^The balance, the address or a due date has changed/);
  expect(refusalSentence('never_heard_of', 'fr')).toBeUndefined();
});

it('an item that is not overdue is named whatever its number is made of', () => {
  const said = faultSentence('Invoice FA 2026 12 is not overdue on that day.', 'fr');
  expect(said).toMatch(/^La pièce FA 2026 12 ne sera pas échue/);
});
