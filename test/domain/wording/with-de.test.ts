import { expect, it } from 'vitest';
import { withDe as onScreen } from '../../../console/words/with-de.ts';
import { withDe } from '../../../domain/wording/with-de.ts';

const ELIDED = ['Alain Sabatier', 'Émile Roy', 'Éloïse', 'AXA', 'EDF', 'Œuvres du Nord', 'irène', 'Yves Roy', 'AV-12'];
const WHOLE = [
  'Marie Roy',
  'Yann Roy',
  'Youssef',
  'Hervé',
  'M. Alain Sabatier',
  'FA-1445',
  '',
  '12 rue Haute',
  'Çelik',
];

it.each([
  ['a letter', withDe],
  ['a screen', onScreen],
])('%s says « d’ » before a vowel, accented or not, and before a Y that is one; else « de »', (_, say) => {
  expect(ELIDED.map(say)).toEqual(ELIDED.map((name) => `d’${name}`));
  expect(WHOLE.map(say)).toEqual(WHOLE.map((name) => `de ${name}`));
});
