import { expect, it } from 'vitest';
import { contactAddresses, readAddresses } from '../../console/draft/addresses.ts';
import { isUnfinished, missingOf, NO_EDITS } from '../../console/draft/draft-edits.ts';

const draft = { version: 'v1', recipients: ['anne@client.fr'] };

it('what was mistyped stays to be seen, and nothing leaves to the others before it is mended', () => {
  const recipients = readAddresses(['anne@client.fr', 'compta@client'], ['anne@client.fr']);
  expect(recipients).toEqual(['anne@client.fr', 'compta@client']);
  const edits = { ...NO_EDITS, recipients };
  expect([missingOf(draft, edits, true), isUnfinished(edits)]).toEqual(['address', true]);
  const mended = { ...NO_EDITS, recipients: ['anne@client.fr', 'compta@client.fr'] };
  expect([missingOf(draft, mended, true), isUnfinished(mended)]).toEqual([null, false]);
  // A letter on paper goes to the customer's postal address, whatever mail address was typed.
  expect(missingOf(draft, edits, false)).toBeNull();
});

it('of what a program for mail copies the addresses are taken', () => {
  const pasted =
    'Dupont, Jean <jean@client.fr>; "Anne Martin" <anne.martin@client.fr>, paul@client.fr sophie@client.fr';
  expect(readAddresses(pasted.split(/[,;]/), [])).toEqual([
    'jean@client.fr',
    'anne.martin@client.fr',
    'paul@client.fr',
    'sophie@client.fr',
  ]);
  expect(readAddresses(['compta', 'Jean <jean@client.fr>'], ['compta'])).toEqual(['compta', 'jean@client.fr']);
  expect(readAddresses(['a@client.fr', '<a@client.fr>', ' '], [])).toEqual(['a@client.fr']);
});

it('an address that two contacts share is offered once, since a list with the same choice twice does not open', () => {
  const contacts = ['compta@client.fr', null, 'gerant@client.fr', 'compta@client.fr'].map((email) => ({ email }));
  expect(contactAddresses(contacts)).toEqual(['compta@client.fr', 'gerant@client.fr']);
});
