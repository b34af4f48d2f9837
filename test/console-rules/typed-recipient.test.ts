import { expect, it } from 'vitest';
import { BLANK_PLAN, isTyped, planOf, withLetterKind } from '../../console/specific-action/plan.ts';

// The recipient of a specific action.

const toManager = {
  ...BLANK_PLAN,
  kind: 'letter',
  letter_kind: 'ere_simple',
  recipient: 'gerant@client.example',
} as const;

it('001-24 an electronic letter goes to the one contact who is chosen, else to that for recovery', () => {
  expect(planOf(toManager)).toMatchObject({ letter_kind: 'ere_simple', recipients: ['gerant@client.example'] });
  expect(planOf({ ...toManager, recipient: null })).not.toHaveProperty('recipients');
  expect(isTyped(toManager)).toBe(true);
});

it('what goes to no address of mail says none, whatever was chosen before', () => {
  expect(planOf({ ...toManager, ...withLetterKind('registered') })).not.toHaveProperty('recipients');
  expect(planOf({ ...toManager, ...withLetterKind('lre_qualified') })).not.toHaveProperty('recipients');
  expect(planOf({ ...toManager, kind: 'call' })).not.toHaveProperty('recipients');
});

it('the recipients of a mail are its own', () => {
  const both = { ...toManager, recipients: ['a@client.example', 'b@client.example'] };
  expect(planOf({ ...both, kind: 'email' })).toMatchObject({ recipients: both.recipients });
  expect(planOf(both)).toMatchObject({ recipients: ['gerant@client.example'] });
});
