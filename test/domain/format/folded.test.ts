import { expect, it } from 'vitest';
import { folded } from '../../../domain/format/folded.ts';

// The test of the search checks that Postgres folds in the same way.
it.each([
  ['L’Été', "l'ete"],
  ['‘Ouvert’', "'ouvert'"],
  ['SŒUR Œuvre', 'soeur oeuvre'],
  ['ÆGIS Lætitia', 'aegis laetitia'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['1\u202f234,56\u00a0€', '1 234,56 €'],
  ['e\u0301TÉ', 'ete'],
  ['Ça n’est rien', "ca n'est rien"],
])('“%s” is looked for as “%s”', (text, searched) => {
  expect(folded(text)).toBe(searched);
  expect(folded(searched)).toBe(searched);
});
