import { expect, it } from 'vitest';
import { folded, offersFolded } from '../../console/words/folded.ts';
import * as domain from '../../domain/format/folded.ts';

const offered = (search: string, limit = Infinity) =>
  offersFolded({
    search,
    limit,
    options: ['Étude Zoé', 'Société du Havre', 'Ete SARL'].map((label) => ({ label, value: label })),
  }).map((item) => ('label' in item ? item.label : item.group));

it('a list to choose from offers what holds the words, in any case, with accents or without', () => {
  expect(offered('ETE')).toEqual(['Société du Havre', 'Ete SARL']);
  expect(offered(' été ')).toEqual(['Société du Havre', 'Ete SARL']);
  expect(offered('étude z')).toEqual(['Étude Zoé']);
  expect(offered('')).toHaveLength(3);
  expect(offered('', 2)).toHaveLength(2);
  expect(offered('zoe etude')).toEqual([]);
});

it('in groups of options too', () => {
  const options = [
    {
      group: 'Niveau 1',
      items: [
        { label: 'Première relance', value: '1' },
        { label: 'Rappel', value: '2' },
      ],
    },
  ];
  expect(offersFolded({ search: 'premiere', limit: Infinity, options })).toEqual([
    { group: 'Niveau 1', items: [{ label: 'Première relance', value: '1' }] },
  ]);
});

it('letters taken apart are the same letters', () => expect(folded('e\u0301TÉ')).toBe('ete'));

it('a list finds what the API’s search finds, typed with straight apostrophes and without ligatures', () => {
  for (const text of ['L’Été', 'Bœuf & Cie', 'Ægidius', 'N°\u00a012\u202f345', 'Ὀδυσσεύς', 'ÇA VA', 'x\u0301'])
    expect([text, folded(text)]).toEqual([text, domain.folded(text)]);
  expect(folded('L’Été')).toBe("l'ete");
  expect(folded('Bœuf')).toBe('boeuf');
});
