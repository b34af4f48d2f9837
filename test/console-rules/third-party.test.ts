import { expect, it } from 'vitest';
import { listBehind } from '../../console/third-party/list-behind.ts';
import { isNeverWritten } from '../../console/pages/third-party/never-written.ts';

it('a referrer who is no professional is never written to, a notary always may be', () => {
  expect(isNeverWritten({ professional: false }, 'referrer')).toBe(true);
  expect(isNeverWritten({ professional: true }, 'referrer')).toBe(false);
  expect(isNeverWritten({ professional: false }, 'notary')).toBe(false);
});

it('whoever deletes a notary’s card is back among the notaries, a referrer’s among the referrers', () => {
  expect(listBehind({ list: 'notary' })).toBe('/notaires');
  expect(listBehind({ list: 'referrer' })).toBe('/prescripteurs');
  for (const unknown of [null, undefined, 'notary', { list: 'elsewhere' }])
    expect(listBehind(unknown)).toBe('/prescripteurs');
});
