import { describe, expect, it } from 'vitest';
import { outage } from './failures.ts';
import { SandboxRun } from './sandbox.ts';

const AT = '2026-04-13T08:00:00.000Z';
const DAY = '2026-04-16T07:00:00.000Z';
const input = { creditorId: 'c', actionId: 'a' };
const waits = (untilAt: string | null) => ({ kind: 'waits', untilAt });
const over = { kind: 'over', messageId: 'm' };

/** An action whose activity returns these, one after the other; the last one is repeated. */
async function begin(...answers: unknown[]): Promise<SandboxRun> {
  const left = [...answers];
  const next = () => (left.length > 1 ? left.shift() : left[0]);
  return SandboxRun.start({
    type: 'specificAction',
    input,
    at: AT,
    answers: () => {
      const answer = next();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
}

describe('The workflow of a specific action', () => {
  it('sleeps until its day, opens its message at that hour, and is over', async () => {
    const action = await begin(waits(DAY), over);
    await action.advanceTo('2026-04-16T06:59:59.000Z');
    expect([action.isOver, action.calls.length]).toEqual([false, 1]);
    await action.advanceTo(DAY);
    expect(action.result).toEqual({ messageId: 'm' });
    expect(action.calls.map(({ name, at }) => [name, at])).toEqual([
      ['openSpecificAction', AT],
      ['openSpecificAction', DAY],
    ]);
  });

  it('looks again at once when it is told that something has changed', async () => {
    const action = await begin(waits(DAY), over);
    await action.signal('specificActionChanged');
    expect(action.result).toEqual({ messageId: 'm' });
    expect(action.calls).toHaveLength(2);
  });

  it('waits for news alone when a person is waited for', async () => {
    const action = await begin(waits(null), over);
    await action.advanceTo('2027-04-16T07:00:00.000Z');
    expect([action.isOver, action.calls.length]).toEqual([false, 1]);
    await action.signal('specificActionChanged');
    expect(action.isOver).toBe(true);
  });

  it('waits an outage of the database out, and leaves then', async () => {
    const action = await begin(outage(), outage(), over);
    await action.advanceTo('2026-04-13T08:10:00.000Z');
    expect(action.result).toEqual({ messageId: 'm' });
  });
});
