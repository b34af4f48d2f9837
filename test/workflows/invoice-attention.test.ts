import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/calendar/local-date.ts';
import { CaseLife, ISSUED_ON } from './case-in-sandbox.ts';
import { impossible, outage } from './failures.ts';

/** Makes an activity fail for good, as often as `times` says. */
function failing(activity: string, code: string, times = Infinity) {
  let left = times;
  return (name: string) => {
    if (name !== activity || left <= 0) return;
    left -= 1;
    throw impossible(code, 'Le modèle manque.');
  };
}

describe('What cannot succeed', () => {
  it('when planning: a person is asked, with the reason, and the case neither fails nor goes on', async () => {
    const life = await CaseLife.begin({ before: failing('planCase', 'no_scenario') });
    await life.untilDay(200);
    expect(life.run.failure).toBe(null);
    expect(life.run.isOver).toBe(false);
    expect(life.ledger.attention).toBe('no_scenario');
    // Once within the workflow task, and once through the task queue.
    expect(life.timesCalled('planCase')).toBe(2);
    expect(life.run.calls.find(({ name }) => name === 'raiseAttention')?.input).toMatchObject({
      code: 'no_scenario',
      text: 'Le modèle manque.',
    });
    expect(life.run.attributes['DunningStatus']).toEqual(['needs_attention']);
  });

  it('goes on when the person has looked, without skipping a level', async () => {
    const life = await CaseLife.begin({ before: failing('sendStep', 'no_template', 1) });
    await life.untilDay(18);
    expect(life.left).toEqual([]);
    expect(life.ledger.attention).toBe('no_template');
    await life.onDay(18, 'invoiceChanged', (ledger) => ledger.clearAttention());
    await life.untilDay(25);
    expect(life.left).toEqual(['day 21: R1']);
  });

  it('asks again when it is still wrong', async () => {
    const life = await CaseLife.begin({ before: failing('sendStep', 'no_template', 2) });
    await life.onDay(18, 'invoiceChanged', (ledger) => ledger.clearAttention());
    await life.untilDay(22);
    expect(life.left).toEqual([]);
    expect(life.timesCalled('raiseAttention')).toBe(2);
  });

  it('when operations’ fact is refused: a person is asked, the case goes on living', async () => {
    const life = await CaseLife.begin({ before: failing('storeOperationsFact', 'unknown_payment') });
    await life.run.signal('paymentReversed', { data: {} });
    expect(life.ledger.attention).toBe('unknown_payment');
    await life.tell('paymentReceived', life.ledger.pay(1_000_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });

  it('does not stop the days: a promise is broken and a pause over while a person is asked', async () => {
    const life = await CaseLife.begin({ before: failing('sendStep', 'no_template', 1) });
    await life.onDay(18, 'promiseReceived', (ledger, at) => ledger.hold('promise', at, addDays(ISSUED_ON, 21)));
    await life.untilDay(22, 1);
    expect(life.ledger.broken).toEqual(['day 22']);
    expect(life.ledger.attention).toBe('no_template');
    await life.onDay(30, 'pauseSet', (ledger, at) => ledger.hold('pause', at, addDays(ISSUED_ON, 40)));
    await life.untilDay(42);
    expect(life.ledger.facts().holds).toEqual([]);
    await life.onDay(43, 'invoiceChanged', (ledger) => ledger.clearAttention());
    await life.untilDay(50);
    expect(life.left).toEqual(['day 44: R1']);
  });

  it('when planning, and a hold ends meanwhile: it is tried once, and not over and over', async () => {
    const life = await CaseLife.begin({ before: failing('planCase', 'no_scenario') });
    await life.onDay(3, 'pauseSet', (ledger, at) => ledger.hold('pause', at, addDays(ISSUED_ON, 10)));
    await life.untilDay(60);
    // Twice in all, each time within the workflow task and through the task queue.
    expect(life.timesCalled('planCase')).toBe(4);
    expect(life.ledger.attention).toBe('no_scenario');
  });

  it('does not hide a payment: a case that waits for a person still ends when it is paid', async () => {
    const life = await CaseLife.begin({ before: failing('planCase', 'no_scenario') });
    await life.onDay(30, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });

  it('when closing: a person is asked, and the case ends all the same', async () => {
    const life = await CaseLife.begin({ before: failing('confirmClosed', 'unknown_invoice') });
    await life.onDay(3, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.timesCalled('raiseAttention')).toBe(1);
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });
});

describe('A step that is refused at its hour', () => {
  it('again and again becomes a person’s, instead of a loop', async () => {
    const life = await CaseLife.begin({ before: (name) => (name === 'sendStep' ? { messageId: null } : undefined) });
    await life.untilDay(60);
    expect(life.ledger.attention).toBe('step_refused');
    expect(life.timesCalled('sendStep')).toBe(3);
  });

  it('once is planned again, and leaves', async () => {
    let refused = 0;
    const life = await CaseLife.begin({
      before: (name) => {
        if (name !== 'sendStep' || (refused += 1) > 1) return undefined;
        return { messageId: null };
      },
    });
    await life.untilDay(15);
    expect(life.left).toEqual(['day 15: R1']);
    expect(life.ledger.attention).toBe(null);
  });
});

describe('An outage', () => {
  async function outageFromDay14(untilDay: number, hour: number): Promise<CaseLife> {
    let isAway = false;
    const life = await CaseLife.begin({
      before: () => {
        if (isAway) throw outage();
      },
    });
    await life.untilDay(14);
    isAway = true;
    await life.untilDay(untilDay, hour);
    expect(life.left).toEqual([]);
    isAway = false;
    await life.untilDay(untilDay + 5);
    expect(life.ledger.attention).toBe(null);
    expect(life.timesCalled('raiseAttention')).toBe(0);
    return life;
  }

  it('that a plan meets within its task is waited out by the queue', async () => {
    let failures = 0;
    const life = await CaseLife.begin({
      before: (name) => {
        if (name === 'planCase' && (failures += 1) <= 3) throw outage();
      },
    });
    await life.untilDay(15);
    const plans = life.run.calls.filter(({ name }) => name === 'planCase');
    expect(plans.slice(0, 3).map(({ queue }) => queue)).toEqual(['local', 'q', 'local']);
    expect(life.left).toEqual(['day 15: R1']);
  });

  it('of minutes is waited out, and the reminder leaves on its day', async () => {
    expect((await outageFromDay14(15, 9.25)).left).toEqual(['day 15: R1']);
  });

  it('of days is waited out, and the reminder leaves at the next send hour of a working day: not on the Sunday', async () => {
    const life = await outageFromDay14(20, 3);
    expect(life.left).toEqual(['day 21: R1']);
    const sent = life.run.calls.findLast(({ name }) => name === 'sendStep');
    expect(sent?.at).toBe(life.instant(21, 9));
  });
});
