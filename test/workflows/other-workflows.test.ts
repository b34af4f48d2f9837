import { describe, expect, it } from 'vitest';
import { outage, TimedOut } from './failures.ts';
import { SandboxRun } from './sandbox.ts';

const AT = '2026-04-16T08:00:00.000Z';
const run = (
  type: 'reconciliation' | 'importFile' | 'run',
  input: object,
  answers: (name: string, input: never, run: SandboxRun) => unknown,
) => SandboxRun.start({ type, input, at: AT, answers });

describe('The reconciliation', () => {
  const productNow = '2026-06-01T12:00:00.000Z';
  const pages = [
    { told: 100, last: 'i-100' },
    { told: 3, last: null },
  ];

  it('tells page after page on the product’s clock, then starts what waits', async () => {
    const left = [...pages];
    let pagesToFollow = 2;
    const seen = await run('reconciliation', { creditorId: 'c' }, (name) => {
      if (name === 'productNow') return productNow;
      if (name === 'tellUntold') return left.shift();
      if (name === 'followSent') return { more: (pagesToFollow -= 1) > 0 };
      return null;
    });
    expect(seen.result).toEqual({ told: 103 });
    const at = productNow;
    expect(seen.calls.map(({ name, input }) => [name, input])).toEqual([
      ['productNow', undefined],
      ['tellUntold', { creditorId: 'c', at, after: null }],
      ['tellUntold', { creditorId: 'c', at, after: 'i-100' }],
      ['startWaitingMessages', { creditorId: 'c', at }],
      ['tendSendingLines', { creditorId: 'c', at }],
      ['followSent', { creditorId: 'c', at }],
      ['followSent', { creditorId: 'c', at }],
      ['startWaitingImports', { creditorId: 'c', at }],
      ['raiseLimitationAlarms', { creditorId: 'c', at }],
    ]);
    // Providers may take a long time: a worker that is gone is noticed before that time is over.
    const beats = seen.calls.filter(({ name }) => name === 'followSent').map(({ beatMs }) => beatMs);
    expect(beats).toEqual([20_000, 20_000]);
  });

  it('does not tell for ever while others wait: after fifty pages it starts them, and the next minute goes on', async () => {
    const seen = await run('reconciliation', { creditorId: 'c' }, (name) => {
      if (name === 'productNow') return productNow;
      if (name === 'tellUntold') return { told: 100, last: 'i-100' };
      return name === 'followSent' ? { more: false } : null;
    });
    expect(seen.result).toEqual({ told: 5_000 });
    expect(seen.calls.map(({ name }) => name)).toContain('startWaitingMessages');
  });

  it('is not held up by a print provider that never answers: whatever else waits is started, and the next minute goes on', async () => {
    const seen = await run('reconciliation', { creditorId: 'c' }, (name) => {
      if (name === 'productNow') return productNow;
      if (name === 'tellUntold') return { told: 0, last: null };
      if (name === 'followSent') throw new TimedOut('START_TO_CLOSE');
      return null;
    });
    await seen.advanceTo('2026-04-16T08:05:00.000Z');
    expect(seen.result).toEqual({ told: 0 });
    expect(seen.calls.map(({ name }) => name)).toContain('startWaitingImports');
  });

  it('is not held up where it cannot be seen who is to act before a claim is time-barred: the next minute does it', async () => {
    const seen = await run('reconciliation', { creditorId: 'c' }, (name) => {
      if (name === 'productNow') return productNow;
      if (name === 'tellUntold') return { told: 0, last: null };
      if (name === 'followSent') return { more: false };
      if (name === 'raiseLimitationAlarms') throw new TimedOut('START_TO_CLOSE');
      return null;
    });
    await seen.advanceTo('2026-04-16T08:05:00.000Z');
    expect(seen.result).toEqual({ told: 0 });
  });

  it('waits an outage out, and tells nobody twice for it', async () => {
    let outages = 5;
    const seen = await run('reconciliation', { creditorId: 'c' }, (name) => {
      if (name === 'productNow') return productNow;
      if (name === 'followSent') return { more: false };
      if (name !== 'tellUntold') return null;
      if (outages > 0) {
        outages -= 1;
        throw outage();
      }
      return { told: 1, last: null };
    });
    expect(seen.isOver).toBe(false);
    await seen.advanceTo('2026-04-16T09:00:00.000Z');
    expect(seen.result).toEqual({ told: 1 });
  });
});

describe('The import of a file', () => {
  const input = { creditorId: 'c', importId: 'i' };

  it('goes on slice by slice until all is stored', async () => {
    let slices = 3;
    const seen = await run('importFile', input, () => ({ done: (slices -= 1) === 0 }));
    expect(seen.calls).toHaveLength(3);
    expect(seen.isOver).toBe(true);
    expect(seen.continuedWith).toBeUndefined();
  });

  it('continues as new between two slices when the server suggests it, with the same input', async () => {
    let slices = 0;
    const seen = await run('importFile', input, (_name, _input, self) => {
      slices += 1;
      self.continueAsNewSuggested = slices === 2;
      return { done: false };
    });
    expect(slices).toBe(2);
    expect(seen.continuedWith).toEqual(input);
  });

  it('survives the loss of the database in the middle', async () => {
    let answersLeft = ['slice', 'outage', 'outage', 'done'];
    const seen = await run('importFile', input, () => {
      const [next, ...rest] = answersLeft;
      answersLeft = rest;
      if (next === 'outage') throw outage();
      return { done: next === 'done' };
    });
    expect(seen.isOver).toBe(false);
    await seen.advanceTo('2026-04-16T08:10:00.000Z');
    expect(answersLeft).toEqual([]);
    expect(seen.result).toBe(null);
  });
});

describe('A run of reminders', () => {
  const input = { creditorId: 'c', runId: 'r' };

  it('goes on slice by slice until every invoice is taken or refused, each slice at its own instant', async () => {
    let slices = 3;
    const seen = await run('run', input, () => ({ done: (slices -= 1) === 0 }));
    expect(seen.calls.map(({ name, input: given }) => [name, given])).toEqual(
      Array(3).fill(['takeRun', { ...input, at: AT }]),
    );
    expect(seen.isOver).toBe(true);
  });

  it('waits an outage out, and continues as new when the server suggests it', async () => {
    let calls = 0;
    const seen = await run('run', input, (_name, _input, self) => {
      calls += 1;
      if (calls < 4) throw outage();
      self.continueAsNewSuggested = true;
      return { done: false };
    });
    await seen.advanceTo('2026-04-16T08:10:00.000Z');
    expect([calls, seen.continuedWith]).toEqual([4, input]);
  });
});
