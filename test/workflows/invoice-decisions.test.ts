import { describe, expect, it } from 'vitest';
import { DECISION_UPDATES } from '../../workflows/messages.ts';
import { addDays } from '../../domain/calendar/local-date.ts';
import { aStep } from '../domain/ladder/case.ts';
import { CaseLife, ISSUED_ON } from './case-in-sandbox.ts';
import { impossible } from './failures.ts';

const confirmed = [aStep('r1', 1, { anchor: 'issued_on', mode: 'to_confirm' }), aStep('r2', 2)];

describe('A person', () => {
  it('who confirms what is prepared sends it, and the ladder goes on from that day', async () => {
    const life = await CaseLife.begin({ steps: confirmed });
    const answer = await life.decideOnDay(17, 'confirmStep');
    expect(answer).toEqual({ accepted: true, verdict: { accepted: true, code: null, detail: null, messageId: 'm-1' } });
    expect(life.left).toEqual(['day 17: R1']);
    await life.onDay(17, 'messageSettled', (ledger, at) => ledger.settle(at));
    await life.untilDay(40);
    expect(life.left).toEqual(['day 17: R1', 'day 32: R2']);
  });

  it('who confirms before the hour is refused, with the reason, and nothing leaves', async () => {
    const life = await CaseLife.begin({ steps: confirmed });
    const answer = await life.decideOnDay(5, 'confirmStep');
    expect(answer.accepted).toBe(true);
    expect(answer.verdict).toMatchObject({ accepted: false, code: 'not_due' });
    expect(life.left).toEqual([]);
  });

  it('who decides about a step that is already handed over is refused', async () => {
    const life = await CaseLife.begin({ mailIsAccepted: false });
    await life.untilDay(15);
    for (const name of DECISION_UPDATES) {
      const { verdict } = await life.decideOnDay(15, name);
      expect(verdict).toMatchObject({ accepted: false, code: 'already_handed_over' });
    }
    expect(life.left).toEqual(['day 15: R1']);
  });

  it('who skips a step never sees it leave; the next one follows', async () => {
    const life = await CaseLife.begin();
    await life.decideOnDay(10, 'skipStep');
    await life.untilDay(60);
    expect(life.left).toEqual(['day 25: R2']);
  });

  it('who postpones a step sees it leave on that day, and not before', async () => {
    const life = await CaseLife.begin();
    await life.decideOnDay(10, 'postponeStep', { untilOn: addDays(ISSUED_ON, 22) });
    await life.untilDay(21);
    expect(life.left).toEqual([]);
    await life.untilDay(22);
    expect(life.left).toEqual(['day 22: R1']);
  });

  it('who sets level 1 sees R2 leave next', async () => {
    const life = await CaseLife.begin();
    await life.decideOnDay(10, 'setLevel', { level: 1 });
    await life.untilDay(40);
    expect(life.left[0]).toMatch(/R2$/);
  });
});

describe('A decision that says nothing usable', () => {
  it('is refused before anything is written, whichever it is', async () => {
    const life = await CaseLife.begin();
    for (const name of DECISION_UPDATES) {
      for (const message of [undefined, {}, { decisionId: 7 }, { decisionId: null }]) {
        const answer = await life.run.update(name, message);
        expect(answer).toEqual({ accepted: false, refusal: 'decisionId is missing' });
      }
    }
    expect(life.timesCalled('decide')).toBe(0);
  });

  it('about a closed case is refused', async () => {
    const during: unknown[] = [];
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name === 'confirmClosed') during.push(await self.run.update('confirmStep', { decisionId: 'd' }));
      },
    });
    await life.onDay(3, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(during).toEqual([{ accepted: false, refusal: 'This case is closed.' }]);
  });

  it('that nobody stored refuses the person, and the case goes on', async () => {
    const life = await CaseLife.begin();
    const answer = await life.run.update('confirmStep', { decisionId: 'unknown' });
    expect(answer.accepted).toBe(true);
    expect(answer.refusal).toBe('unknown_decision');
    expect(life.run.failure).toBe(null);
    await life.untilDay(15);
    expect(life.left).toEqual(['day 15: R1']);
  });
});

describe('A decision that comes early', () => {
  it('with the first task already, before any activity has answered, is taken in', async () => {
    const life = await CaseLife.begin({ updateFirst: 'confirmStep' });
    expect(life.firstUpdate).toEqual({ accepted: false, refusal: 'decisionId is missing' });
  });

  it('while the first planning is under way is judged, and the verdict stands', async () => {
    let answer: unknown;
    await CaseLife.begin({
      steps: confirmed,
      before: async (name, self) => {
        if (name !== 'planCase' || answer !== undefined) return;
        answer = null;
        self.decisions.set('early', { name: 'confirmStep' });
        answer = await self.run.update('confirmStep', { decisionId: 'early' });
      },
    });
    expect(answer).toMatchObject({ accepted: true, verdict: { accepted: false, code: 'already_handed_over' } });
  });

  it('whose activity cannot succeed does not stop the ladder', async () => {
    const life = await CaseLife.begin({
      before: (name) => {
        if (name === 'decide') throw impossible('unknown_invoice');
      },
    });
    const answer = await life.decideOnDay(3, 'skipStep');
    expect(answer).toMatchObject({ accepted: true, refusal: 'unknown_invoice' });
    await life.untilDay(15);
    expect(life.left).toEqual(['day 15: R1']);
  });
});
