import { describe, expect, it } from 'vitest';
import { aStep } from '../domain/ladder/case.ts';
import { CaseLife, ISSUED_ON } from './case-in-sandbox.ts';
import { addDays } from '../../domain/calendar/local-date.ts';

const dayOf = (day: number) => addDays(ISSUED_ON, day);

describe('Litigation', () => {
  it('opened on day 10 freezes the case for as long as it lasts', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'litigationOpened', (ledger, at) => ledger.hold('litigation', at));
    await life.untilDay(300);
    expect(life.left).toEqual([]);
    expect(life.run.attributes['DunningStatus']).toEqual(['held']);
    expect(life.run.attributes['NextActionAt']).toEqual([]);
  });

  it('when it is over, the next reminder waits for a person, once', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'litigationOpened', (ledger, at) => ledger.hold('litigation', at));
    await life.onDay(20, 'litigationClosed', (ledger, at) => ledger.release('litigation', at));
    await life.untilDay(60);
    expect(life.left).toEqual([]);
    expect(await life.next()).toBe('day 21: R1 to_confirm');
  });

  it('opened in the minute of departure, while the case asks to send, stops the reminder', async () => {
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name === 'sendStep' && self.timesCalled('sendStep') === 1) {
          await self.tell('litigationOpened', self.ledger.hold('litigation', self.run.now));
        }
      },
    });
    await life.untilDay(90);
    expect(life.left).toEqual([]);
    expect(life.timesCalled('sendStep')).toBe(1);
  });

  it('opened and closed before the planned day changes only the mode', async () => {
    const life = await CaseLife.begin();
    await life.onDay(3, 'litigationOpened', (ledger, at) => ledger.hold('litigation', at));
    await life.onDay(5, 'litigationClosed', (ledger, at) => ledger.release('litigation', at));
    expect(await life.next()).toBe('day 15: R1 to_confirm');
  });
});

describe('A promise to pay', () => {
  it('that is kept ends the case, and nothing leaves', async () => {
    const life = await CaseLife.begin();
    await life.onDay(14, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, dayOf(25)));
    await life.onDay(24, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
    expect(life.left).toEqual([]);
    expect(life.ledger.broken).toEqual([]);
  });

  it('that is broken is noticed at the midnight after its day; the ladder goes on at the next send hour, once', async () => {
    const life = await CaseLife.begin();
    await life.onDay(14, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, dayOf(21)));
    await life.untilDay(21, 23);
    expect(life.left).toEqual([]);
    expect(life.ledger.broken).toEqual([]);
    await life.untilDay(22, 1);
    expect(life.ledger.broken).toEqual(['day 22']);
    await life.untilDay(30);
    expect(life.left).toEqual(['day 22: R1']);
  });

  it('that is kept in part holds until its day, and the rest goes on', async () => {
    const life = await CaseLife.begin();
    await life.onDay(14, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, dayOf(21)));
    await life.onDay(18, 'paymentReceived', (ledger) => ledger.pay(300_00));
    await life.untilDay(21);
    expect(life.left).toEqual([]);
    await life.untilDay(23);
    expect(life.left).toEqual(['day 22: R1']);
    expect(life.run.attributes['BalanceCents']).toEqual([700_00]);
  });

  it('that is withdrawn no longer holds', async () => {
    const life = await CaseLife.begin();
    await life.onDay(14, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, dayOf(50)));
    await life.onDay(16, 'promiseWithdrawn', (ledger, at) => ledger.release('promise', at));
    await life.untilDay(20);
    expect(life.left).toEqual(['day 17: R1']);
  });
});

describe('A pause', () => {
  it('with an end is over by itself on the day after', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'pauseSet', (ledger, at) => ledger.hold('pause', at, dayOf(22)));
    await life.untilDay(22);
    expect(life.left).toEqual([]);
    await life.untilDay(23);
    expect(life.left).toEqual(['day 23: R1']);
  });

  it('without an end lasts until a person lifts it', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'pauseSet', (ledger, at) => ledger.hold('pause', at));
    await life.untilDay(20, 10);
    expect(life.left).toEqual([]);
    await life.onDay(20, 'pauseLifted', (ledger, at) => ledger.release('pause', at));
    await life.untilDay(25);
    expect(life.left).toEqual(['day 21: R1']);
  });

  it('longer than 30 days makes the next reminder wait for a person', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'pauseSet', (ledger, at) => ledger.hold('pause', at, dayOf(50)));
    await life.untilDay(90);
    expect(life.left).toEqual([]);
    expect(await life.next()).toBe('day 51: R1 to_confirm');
  });

  it('of the customer and a litigation: both must be over', async () => {
    const life = await CaseLife.begin();
    await life.onDay(10, 'pauseSet', (ledger, at) => ledger.hold('customer_pause', at, dayOf(22)));
    await life.onDay(12, 'litigationOpened', (ledger, at) => ledger.hold('litigation', at));
    await life.untilDay(60);
    expect(await life.next()).toBe(null);
    await life.onDay(61, 'litigationClosed', (ledger, at) => ledger.release('litigation', at));
    expect(await life.next()).toBe('day 63: R1 to_confirm');
  });
});

describe('A preventive reminder', () => {
  const steps = [
    aStep('r0', 0, { anchor: 'due_on', delayDays: 1, mode: 'to_confirm' }),
    aStep('r1', 1, { anchor: 'issued_on' }),
  ];

  it('that nobody sends falls away by itself, and the ladder goes on', async () => {
    const life = await CaseLife.begin({ steps });
    expect(await life.next()).toBe('day 1: R0 to_confirm');
    await life.untilDay(2, 1);
    expect(await life.next()).toBe('day 15: R1 automatic');
    await life.untilDay(16);
    expect(life.left).toEqual(['day 15: R1']);
  });
});
