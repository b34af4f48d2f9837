import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAddress } from '../../console/draft/addresses.ts';
import { email } from '../../facts/inputs/fields.ts';

const isTaken = (text: string) => email.safeParse(text).success;

const WRITTEN = [
  'anne.martin@client.fr',
  "o'neill@client.fr",
  'compta+relance@client.fr',
  'COMPTA@CLIENT.FR',
  'a@b.co',
  '_@client.fr',
  'compta@client-sud.compta.client.fr',
  'compta@client',
  'compta@client.f',
  'compta@client.fr.',
  'compta@-client.fr',
  'compta@client..fr',
  'compta@client.fr\n',
  ' compta@client.fr',
  '.compta@client.fr',
  'compta.@client.fr',
  'com..pta@client.fr',
  "compta'@client.fr",
  'compta&fils@client.fr',
  '"compta"@client.fr',
  'comptabilité@client.fr',
  'compta@société.fr',
  'compta@[127.0.0.1]',
  'compta@@client.fr',
  'compta',
  '',
  `${'a'.repeat(244)}@client.fr`,
  `${'a'.repeat(245)}@client.fr`,
];

/** Short texts of the characters that decide about an address, so that many are addresses and many are nearly so. */
const piece = fc
  .array(fc.constantFrom('a', 'Z', '0', '.', '-', '_', '+', "'", '@', ' ', 'é'), { maxLength: 6 })
  .map((characters) => characters.join(''));
const label = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('client', 'fr', 'com') },
  { weight: 1, arbitrary: piece },
);
const domain = fc.array(label, { minLength: 1, maxLength: 4 });

it('the agenda takes the addresses that the API takes, and no others', () => {
  expect(WRITTEN.filter((text) => isAddress(text) !== isTaken(text))).toEqual([]);
  expect(WRITTEN.filter(isTaken)).toHaveLength(8);
  fc.assert(
    fc.property(piece, domain, (local, labels) => {
      const text = `${local}@${labels.join('.')}`;
      expect(isAddress(text), text).toBe(isTaken(text));
    }),
    { numRuns: 2_000 },
  );
});
