import { expect, it } from 'vitest';
import { type KindAndData, type NewHistoryData, storedEntry } from '../../../domain/case/history-text.ts';

// What is wrong here is refused by the compiler: `npm test` checks types before it runs anything.

it('is written with all that its kind always has, and with nothing of another kind', () => {
  const litigation: NewHistoryData<'litigation'> = { holdId: 'h', reason: 'Avocat' };
  // @ts-expect-error: a litigation has its hold.
  const without: NewHistoryData<'litigation'> = { reason: 'Avocat' };
  // @ts-expect-error: a litigation has no amount.
  const strange: NewHistoryData<'litigation'> = { holdId: 'h', reason: 'Avocat', amountCents: 1 };
  const exhausted: NewHistoryData<'planned'> = { cycle: 1, exhausted: true };
  // @ts-expect-error: the end of the scenario has no step.
  const both: NewHistoryData<'planned'> = { cycle: 1, exhausted: true, stepKey: 'r1' };
  expect([litigation, without, strange, exhausted, both]).toHaveLength(5);
});

it('is read by its kind, as it was stored', () => {
  const entry: KindAndData = storedEntry({ kind: 'call', data: { outcome: 'reached', comment: 'Vu' } });
  // @ts-expect-error: not every entry has an outcome.
  expect(entry.data.outcome).toBe('reached');
  expect(entry.kind === 'call' && entry.data.comment).toBe('Vu');
});
