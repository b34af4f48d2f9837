import { expect, it } from 'vitest';
import { termsOf } from '../../console/case/dialogs/pause-terms.ts';

// The values with which undo sets a pause again.

it('a pause for insolvency is set again for insolvency, so that no late interest runs anew', () => {
  const held = { reason: 'Redressement judiciaire', until_on: null, cause: 'insolvency', since_on: '2026-01-10' };
  expect(termsOf(held)).toEqual(held);
});

it('a pause for no cause gets none', () => {
  const held = { reason: 'Congés', until_on: '2026-12-04', cause: null, since_on: null };
  expect(termsOf(held)).toEqual(held);
});
