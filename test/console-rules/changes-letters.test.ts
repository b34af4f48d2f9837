import { expect, it } from 'vitest';
import { isInLetters, isOtherInWindow } from '../../console/pages/customer/changes-letters.ts';
import { blankContact } from '../../console/pages/customer/typed-contacts.ts';

// Whether a change to a customer takes back a letter that is made and waits to be posted.

const contact = (key: string, name: string, recovery = false) => ({ [key]: { ...blankContact(key, recovery), name } });

it('his name, address, kind and language do; who follows him, his scenario and tags do not', () => {
  for (const field of ['name', 'address', 'kind', 'language']) expect(isInLetters({ [field]: '' })).toBe(true);
  expect(isInLetters({ collector_id: null, scenario_id: null, tags: [] })).toBe(false);
  expect(isInLetters({})).toBe(false);
});

it('another name in the window does: that of the contact for recovery, else of the first', () => {
  const two = { ...contact('a', 'Anne'), ...contact('b', 'Bruno', true) };
  expect(isOtherInWindow(two, { ...two, ...contact('b', 'Bruno Petit', true) })).toBe(true);
  expect(isOtherInWindow(two, { ...two, b: null })).toBe(true);
  expect(isOtherInWindow(two, { ...two, ...contact('b', 'Bruno') })).toBe(true);
});

it('an e-mail address, a number, or a contact who is not in the window does not', () => {
  const two = { ...contact('a', 'Anne'), ...contact('b', 'Bruno', true) };
  expect(isOtherInWindow(two, { ...two, ...contact('a', 'Annette'), ...contact('c', 'Chloé') })).toBe(false);
  expect(isOtherInWindow(two, { ...two, b: { ...two['b']!, email: 'b@b.example', phone: '0102030405' } })).toBe(false);
});
