import { expect, it } from 'vitest';
import { shownAddress } from '../../console/address/address.ts';

const bordeaux = {
  lines: ['18 rue des Chartrons', 'Bâtiment B'],
  postal_code: '33000',
  city: 'Bordeaux',
  country: 'FR',
};
const liège = { lines: ['4 quai de Meuse'], postal_code: '4000', city: 'Liège', country: 'BE' };
const shown = (address: typeof liège, ownCountry: string | null, language: 'fr' | 'en' = 'fr') =>
  shownAddress(address, { ownCountry, language });

it('an address in the company’s own country is shown without it, as on an envelope', () => {
  expect(shown(bordeaux, 'FR')).toEqual(['18 rue des Chartrons', 'Bâtiment B', '33000 Bordeaux']);
  expect(shown(liège, 'be')).toEqual(['4 quai de Meuse', '4000 Liège']);
});

it('another country is named in the page’s language, and not before the company’s own is known', () => {
  expect(shown(liège, 'FR').at(-1)).toBe('Belgique');
  expect(shown(liège, 'FR', 'en').at(-1)).toBe('Belgium');
  expect(shown(bordeaux, 'BE').at(-1)).toBe('France');
  expect(shown(liège, null)).toEqual(['4 quai de Meuse', '4000 Liège']);
});

it('what nobody filled in takes no line', () => {
  expect(shown({ lines: [], postal_code: '', city: '', country: 'FR' }, 'FR')).toEqual([]);
  expect(shown({ lines: [], postal_code: '', city: 'Monaco', country: '' }, 'FR')).toEqual(['Monaco']);
});
