import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortReference, uuidOf } from '../../../domain/messages/short-reference.ts';

it('A message is named to a provider in 25 letters and digits, and found again by them', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const reference = shortReference(uuid);
      expect(reference).toMatch(/^[0-9A-Z]{25}$/);
      expect(uuidOf(reference)).toBe(uuid);
      expect(uuidOf(reference.toLowerCase())).toBe(uuid);
    }),
  );
  expect(shortReference('00000000-0000-0000-0000-00000000000a')).toBe('000000000000000000000000A');
});

it.each([
  ['is too short', 'A'.repeat(24)],
  ['is too long', `${'0'.repeat(25)}A`],
  ['holds another sign', `${'0'.repeat(24)}-`],
  ['is more than any UUID', 'Z'.repeat(25)],
  ['is no reference at all', ''],
])('What %s is no message of ours', (_why, reference) => expect(uuidOf(reference)).toBeNull());
