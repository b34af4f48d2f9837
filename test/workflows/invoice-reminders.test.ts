import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/local-date.ts';
import { aStep } from '../domain/ladder/case.ts';
import { CaseLife, ISSUED_ON } from './case-in-sandbox.ts';

describe('An unpaid invoice, day by day', () => {
  it('Day 15: R1 leaves; day 30: R2; day 45: R3 waits for a person', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(14);
    expect(life.left).toEqual([]);
    await life.untilDay(15, 8);
    expect(life.left).toEqual([]);
    await life.untilDay(15);
    expect(life.left).toEqual(['day 15: R1']);
    await life.untilDay(30);
    expect(life.left).toEqual(['day 15: R1', 'day 30: R2']);
    await life.untilDay(200);
    expect(life.left).toEqual(['day 15: R1', 'day 30: R2']);
    expect(await life.next()).toBe('day 45: R3 to_confirm');
    expect(life.run.isOver).toBe(false);
  });

  it('leaves at nine in the morning, at the workflow’s own instant', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(60);
    const hours = life.run.calls.filter(({ name }) => name === 'sendStep').map(({ at }) => at);
    expect(hours).toEqual(['2026-03-17T08:00:00.000Z', '2026-04-01T07:00:00.000Z']);
    for (const call of life.run.calls) expect((call.input as { at: string }).at).toBe(call.at);
  });

  it('sends the whole ladder when every step is automatic, each level once, and is not over then', async () => {
    const steps = [aStep('r1', 1, { anchor: 'issued_on' }), aStep('r2', 2), aStep('r3', 3)];
    const life = await CaseLife.begin({ steps });
    await life.untilDay(300);
    expect(life.left).toEqual(['day 15: R1', 'day 30: R2', 'day 45: R3']);
    expect(life.run.attributes['DunningStatus']).toEqual(['exhausted']);
    expect(life.run.isOver).toBe(false);
  });

  it('sends nothing by itself when a person confirms or sends each step', async () => {
    for (const mode of ['to_confirm', 'manual'] as const) {
      const life = await CaseLife.begin({ steps: [aStep('r1', 1, { anchor: 'issued_on', mode })] });
      await life.untilDay(100);
      expect(life.left).toEqual([]);
      expect(life.run.attributes['DunningStatus']).toEqual([mode]);
    }
  });
});

describe('Money', () => {
  it('on day 20 that pays all ends the case, and nothing leaves after', async () => {
    const life = await CaseLife.begin();
    await life.onDay(20, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
    expect(life.left).toEqual(['day 15: R1']);
    expect(life.run.attributes['DunningStatus']).toEqual(['paid']);
    await life.untilDay(100);
    expect(life.left).toEqual(['day 15: R1']);
  });

  it('on day 20 that pays in part changes no day, and the balance goes on', async () => {
    const life = await CaseLife.begin();
    await life.onDay(20, 'paymentReceived', (ledger) => ledger.pay(400_00));
    await life.untilDay(44);
    expect(life.left).toEqual(['day 15: R1', 'day 30: R2']);
    expect(life.run.attributes['BalanceCents']).toEqual([600_00]);
    await life.onDay(46, 'paymentReceived', (ledger) => ledger.pay(600_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });

  it('at the send hour itself wins over the reminder', async () => {
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name === 'sendStep' && self.ledger.closedAs === null) {
          await self.tell('paymentReceived', self.ledger.pay(1_000_00));
        }
      },
    });
    await life.untilDay(15);
    expect(life.left).toEqual([]);
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });

  it('that is written off or cancelled ends the case as such', async () => {
    for (const as of ['cancelled', 'written_off'] as const) {
      const life = await CaseLife.begin();
      await life.onDay(16, 'invoiceChanged', (ledger) => ledger.close(as));
      expect(life.run.result).toEqual({ closedAs: as });
    }
  });

  it('that was given back starts the case’s next run, which sends nothing again that was sent', async () => {
    const life = await CaseLife.begin();
    await life.onDay(20, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    life.ledger.reverse(1_000_00);
    await life.nextRun();
    await life.untilDay(100);
    expect(life.left).toEqual(['day 15: R1']);
    expect(await life.next()).toBe('day 30: R2 to_confirm');
  });
});

describe('A message on its way', () => {
  it('is not sent again while its outcome is open, for however long', async () => {
    const life = await CaseLife.begin({ mailIsAccepted: false });
    await life.untilDay(90);
    expect(life.left).toEqual(['day 15: R1']);
    expect(life.timesCalled('sendStep')).toBe(1);
    expect(life.run.attributes['DunningStatus']).toEqual(['sending']);
  });

  it('that is accepted late moves the next step by as much', async () => {
    const life = await CaseLife.begin({ mailIsAccepted: false });
    await life.onDay(17, 'messageSettled', (ledger, at) => ledger.settle(at));
    expect(await life.next()).toBe('day 32: R2 automatic');
  });

  it('that was cancelled before it left is made anew at the next send hour', async () => {
    const life = await CaseLife.begin({ mailIsAccepted: false });
    await life.onDay(15, 'messageSettled', (ledger, at) => ledger.settle(at, 'cancelled'));
    await life.untilDay(20);
    expect(life.left).toEqual(['day 15: R1', 'day 16: R1']);
  });
});

describe('A clock that jumps', () => {
  it('over the send hour, by days: R1 leaves at the next one of a working day, and R2 counts from then', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(14);
    await life.jumpToDay(26, 14);
    // Day 26 is a Saturday; on the Sunday the clocks also go forward.
    expect(life.left).toEqual([]);
    expect(await life.next()).toBe('day 28: R1 automatic');
    await life.untilDay(60);
    expect(life.left).toEqual(['day 28: R1', 'day 43: R2']);
  });

  it('by half an hour: R1 leaves at once', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(14);
    await life.jumpToDay(15, 9.5);
    expect(life.left).toEqual(['day 15: R1']);
  });

  it('over the whole ladder: one level leaves, and the next as much later as the scenario says', async () => {
    const steps = [aStep('r1', 1, { anchor: 'issued_on' }), aStep('r2', 2), aStep('r3', 3)];
    const life = await CaseLife.begin({ steps });
    await life.jumpToDay(200, 12);
    await life.untilDay(204);
    // Day 200 is a Friday, and it is noon: R1 leaves on the Monday after it.
    expect(life.left).toEqual(['day 203: R1']);
    expect(await life.next()).toBe('day 218: R2 automatic');
  });

  it('over the end of a promise and the send hour: it is broken, and R1 leaves once', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, addDays(ISSUED_ON, 20)));
    await life.jumpToDay(50, 12);
    expect(life.ledger.broken).toEqual(['day 50']);
    await life.untilDay(53);
    expect(life.left).toEqual(['day 51: R1']);
  });
});
