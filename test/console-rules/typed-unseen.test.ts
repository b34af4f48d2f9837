import { expect, it } from 'vitest';
import {
  blankQualification,
  isReady,
  isWritten,
  withDue,
  withProposed,
} from '../../console/qualification/qualification.ts';
import { BLANK_PLAN, BLANK_TEXT, isTyped } from '../../console/specific-action/plan.ts';

// What was typed stays typed when its field is gone: another kind of text was chosen, or recipients became chips.

it('a text of one’s own counts though a template is chosen after it, and so do recipients; what is only chosen does not', () => {
  expect(isTyped({ ...BLANK_PLAN, text: { ...BLANK_TEXT, from: 'template', body_html: '<p>Bonjour</p>' } })).toBe(true);
  expect(isTyped({ ...BLANK_PLAN, recipients: ['lea@exemple.fr'] })).toBe(true);
  expect(isTyped({ ...BLANK_PLAN, kind: 'letter', level: 3 })).toBe(false);
});

it('of a changed status too: a step that is not shown any more keeps what was typed in it', () => {
  const blank = blankQualification(100_00);
  expect(isWritten({ ...blank, plan: { ...BLANK_PLAN, title: 'Rappel' }, then: 'scenario' })).toBe(true);
  expect(isWritten({ ...blank, status: 'promise', notify: 'customer' })).toBe(false);
});

it('the amount of a promise follows what is due until somebody types another', () => {
  const blank = blankQualification(1000_00);
  expect(withDue(blank, 1000_00, 600_00).amountCents).toBe(600_00);
  expect(withDue({ ...blank, amountCents: 200_00 }, 1000_00, 600_00).amountCents).toBe(200_00);
});

it('a promise in writing is recorded on the day that is typed, or not at all: never on today in its place', () => {
  const promise = { ...blankQualification(100_00), status: 'promise', promisedOn: '2026-12-01' } as const;
  expect(isReady({ ...promise, evidence: { kind: 'written', receivedOn: '2026-11-20' } })).toBe(true);
  expect(isReady({ ...promise, evidence: { kind: 'written', receivedOn: null } })).toBe(false);
});

it('the template of a mail to the customer follows the status until somebody chooses one or takes it away', () => {
  const proposed = { promise: { template_id: 'p' }, dispute: { template_id: 'd' }, litigation: { template_id: null } };
  const blank = blankQualification(100_00);
  const taken = (changes: Partial<typeof blank>) => withProposed({ ...blank, ...changes }, proposed).text.template_id;
  expect((['none', 'promise', 'dispute', 'litigation'] as const).map((status) => taken({ status }))).toEqual([
    null,
    'p',
    'd',
    null,
  ]);
  const chosen = { isTemplateChosen: true, text: { ...BLANK_TEXT, template_id: 'own' } };
  expect(taken({ status: 'promise', ...chosen })).toBe('own');
  expect(taken({ status: 'promise', isTemplateChosen: true })).toBeNull();
  expect(withProposed({ ...blank, status: 'promise' }, undefined).text.template_id).toBeNull();
});
