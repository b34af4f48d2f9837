import { create } from 'content-disposition';
import { expect, it } from 'vitest';
import { sizeWord } from '../../console/words/size-word.ts';
import { fileNameOf } from '../../console/table/file-name.ts';

// The name of a file that the page fetches and hands to the browser's downloads.

it('as the API calls it, whatever stands in a customer’s reference', () => {
  for (const name of ['releve-de-compte-C1-2026-11-30.pdf', 'donnees-personnelles-Café "n° 3".json', 'a;b=c 100%.json'])
    expect(fileNameOf(create(name))).toBe(name);
});

it('the name in plain letters where the other cannot be read, and none where none is given', () => {
  expect(fileNameOf(`attachment; filename="releve.pdf"; filename*=UTF-8''%E9.pdf`)).toBe('releve.pdf');
  expect([fileNameOf(null), fileNameOf('inline')]).toEqual([null, null]);
});

it('the size of a file that is too large is never rounded down to what would be taken', () => {
  const plain = (bytes: number) => sizeWord(bytes, 'fr').replaceAll('\u00a0', ' ');
  expect([plain(400), plain(18_400), plain(1_000_001), plain(1_500_000)]).toEqual([
    '1 Ko',
    '18 Ko',
    '1,1 Mo',
    '1,5 Mo',
  ]);
});
