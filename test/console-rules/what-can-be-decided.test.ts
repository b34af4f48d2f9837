import { describe, expect, it } from 'vitest';
import { actionWords, stateOf } from '../../console/action/action-words.ts';
import { madeAnew } from '../../console/action/made-anew.ts';
import { isConfirmable, isDeletable, isPostponable, isSkippable } from '../../console/action/what-can-be-decided.ts';

// What a user may still do with an open action.

const letter = { kind: 'letter', origin: 'step', status: 'to_confirm', message_id: null } as const;
const made = { ...letter, status: 'to_do', message_id: 'the letter' } as const;
const onItsWay = { ...letter, kind: 'email', status: 'planned', message_id: 'the mail' } as const;

const decisions = (action: Parameters<typeof isSkippable>[0]) =>
  Object.entries({ postpone: isPostponable(action), skip: isSkippable(action), delete: isDeletable(action) })
    .filter(([, may]) => may)
    .map(([name]) => name);

describe('a letter of the scenario', () => {
  it('that is not made yet may be put off and left out', () => {
    expect(decisions(letter)).toEqual(['postpone', 'skip']);
  });
  it('that is made and waits for who posts it may be taken back, and is put off no more', () => {
    expect(decisions(made)).toEqual(['skip']);
  });
  it('that was posted is taken back no more', () => {
    expect(decisions({ ...made, status: 'done' })).toEqual([]);
  });
});

describe('an action outside the scenario', () => {
  const specific = { origin: 'specific_action' } as const;
  it('may be deleted besides, made or not, until it is posted', () => {
    expect(decisions({ ...letter, ...specific })).toEqual(['postpone', 'skip', 'delete']);
    expect(decisions({ ...made, ...specific })).toEqual(['skip', 'delete']);
    expect(decisions({ ...made, ...specific, status: 'done' })).toEqual([]);
  });
});

it('the state of an action is one word: made and to be posted, on its way, or what is planned', () => {
  const french = actionWords.fr;
  expect(stateOf(made, french)).toBe('à poster');
  expect(stateOf(onItsWay, french)).toBe('en cours d’envoi');
  expect(stateOf({ ...onItsWay, message_id: null }, french)).toBe('prévue');
  expect(stateOf({ ...made, status: 'done' }, french)).toBe('faite');
});

it('a mail on its way, and a person’s own task, are neither put off nor taken back', () => {
  expect(decisions(onItsWay)).toEqual([]);
  expect(decisions({ ...onItsWay, origin: 'specific_action' })).toEqual([]);
  expect(decisions({ ...letter, kind: 'task', origin: 'task', status: 'to_do' })).toEqual([]);
});

describe('an SMS of the scenario that is due', () => {
  const sms = { kind: 'sms', origin: 'step', status: 'to_confirm', message_id: null, attention_code: null } as const;
  it('is confirmed where a provider takes it, and is finished by hand where none does', () => {
    expect(isConfirmable(sms, { sms: { provider: 'brevo', sender: 'Relance' } })).toBe(true);
    expect(isConfirmable(sms, { sms: null })).toBe(false);
  });
  it('is offered for confirming by nobody as long as it is not known who sends it; a mail is', () => {
    expect(isConfirmable(sms, undefined)).toBe(false);
    expect(isConfirmable({ ...sms, kind: 'email' }, undefined)).toBe(true);
  });
});

it('a letter that is made anew is said to be there only where one waits to be posted', () => {
  expect(madeAnew({ status: 'to_do', message_id: 'the new letter' })).toBe('done');
  expect(madeAnew({ status: 'to_confirm', message_id: null })).toBe('asked');
  expect(madeAnew({ status: 'planned', message_id: null })).toBe('planned');
  expect(madeAnew({ status: 'cancelled', message_id: null })).toBe('none');
});
