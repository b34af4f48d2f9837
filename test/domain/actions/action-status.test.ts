import { describe, expect, it } from 'vitest';
import { type ActionSnapshot, actionStatus } from '../../../domain/actions/action-status.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const due: ActionSnapshot = {
  nowAt: NOW,
  state: 'open',
  dueAt: NOW,
  kind: 'email',
  letterKind: null,
  mode: 'to_confirm',
  attentionCode: null,
  messageId: null,
  viaPrintProvider: false,
  isCarried: false,
};
const status = (more: Partial<ActionSnapshot>) => actionStatus({ ...due, ...more });

describe('The status of an action', () => {
  it('is how it ended, once it has', () => {
    for (const state of ['done', 'skipped', 'cancelled'] as const)
      expect(status({ state, attentionCode: 'hard_bounce', messageId: 'm' })).toBe(state);
  });
  it('is planned until its instant, to the millisecond', () => {
    expect(status({ dueAt: '2026-11-23T08:00:00.001Z', attentionCode: 'x' })).toBe('planned');
    expect(status({})).toBe('to_confirm');
  });
  it('follows its mode when it is due; what leaves by itself is never anybody’s to do', () => {
    expect(status({ mode: 'manual' })).toBe('to_do');
    expect(status({ mode: 'to_confirm' })).toBe('to_confirm');
    expect(status({ mode: 'automatic' })).toBe('planned');
  });
  it('needs attention before anything else that is due', () => {
    expect(status({ attentionCode: 'hard_bounce', mode: 'automatic', messageId: 'm' })).toBe('needs_attention');
  });
  it('with its message made is planned: it is on its way; a registered letter waits for whoever posts it', () => {
    expect(status({ messageId: 'm' })).toBe('planned');
    expect(status({ messageId: 'm', kind: 'letter', letterKind: 'simple' })).toBe('planned');
    expect(status({ messageId: 'm', kind: 'letter', letterKind: null })).toBe('planned');
    expect(status({ messageId: 'm', kind: 'letter', letterKind: 'registered' })).toBe('to_do');
    expect(status({ messageId: 'm', kind: 'email', letterKind: 'registered' })).toBe('planned');
  });
  it('is planned while a message that a person sent beside it carries all its steps, whatever its mode; a person is asked of what came back', () => {
    expect(status({ isCarried: true })).toBe('planned');
    expect(status({ isCarried: true, mode: 'manual', kind: 'letter', letterKind: 'registered' })).toBe('planned');
    expect(status({ isCarried: true, attentionCode: 'hard_bounce' })).toBe('needs_attention');
    expect(status({ isCarried: true, state: 'done' })).toBe('done');
  });
  it('leaves nobody a registered letter to post that the print provider takes', () => {
    const letter = { messageId: 'm', kind: 'letter', letterKind: 'registered', viaPrintProvider: true } as const;
    expect(status(letter)).toBe('planned');
    expect(status({ ...letter, attentionCode: 'ambiguous_sending' })).toBe('needs_attention');
    expect(status({ ...letter, messageId: null, mode: 'manual' })).toBe('to_do');
  });
});
