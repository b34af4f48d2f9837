import { describe, expect, it } from 'vitest';
import type { InvoiceInput } from '../../workflows/messages.ts';
import { CaseLife } from './case-in-sandbox.ts';

describe('The end of a case', () => {
  it('comes at once when it is already closed: a second life does nothing', async () => {
    const life = await CaseLife.begin({ prepare: (ledger) => ledger.close('paid') });
    expect(life.run.result).toEqual({ closedAs: 'paid' });
    expect(life.run.calls.map(({ name }) => name)).toEqual(['planCase', 'confirmClosed']);
    expect(life.left).toEqual([]);
  });

  it('is put off when a fact that re-opens it arrives while the case asks whether it may end', async () => {
    let asked = 0;
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name !== 'confirmClosed' || (asked += 1) > 1) return undefined;
        const closed = self.ledger.facts();
        await self.tell('paymentReversed', self.ledger.reverse(1_000_00));
        return closed;
      },
    });
    await life.onDay(20, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.isOver).toBe(false);
    expect(await life.next()).toBe('day 30: R2 to_confirm');
    await life.onDay(25, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });

  it('is put off too when the ledger itself answers that the case is open', async () => {
    const life = await CaseLife.begin();
    await life.onDay(3, 'invoiceChanged', (ledger) => {
      const closed = ledger.pay(1_000_00);
      ledger.reverse(1_000_00);
      return closed;
    });
    expect(life.run.isOver).toBe(false);
    expect(await life.next()).toBe('day 15: R1 to_confirm');
  });

  it('waits for a decision that is being judged', async () => {
    let inDecide = false;
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name !== 'decide') return;
        await self.tell('paymentReceived', self.ledger.pay(1_000_00));
        inDecide = !self.run.isOver;
      },
    });
    const answer = await life.decideOnDay(3, 'skipStep');
    expect(inDecide).toBe(true);
    expect(answer.verdict).toMatchObject({ accepted: false });
    expect(life.run.result).toEqual({ closedAs: 'paid' });
  });
});

describe('Continue-as-new', () => {
  it('does not happen by itself, however long the case lasts', async () => {
    const life = await CaseLife.begin();
    await life.onDay(100, 'pauseSet', (ledger, at) => ledger.hold('pause', at));
    await life.untilDay(1_000);
    expect(life.run.continuedWith).toBeUndefined();
  });

  it('happens when the server suggests it, and the next run goes on where this one was: no second R1', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(20);
    life.run.continueAsNewSuggested = true;
    await life.onDay(21, 'paymentReceived', (ledger) => ledger.pay(10_00));
    const input = life.run.continuedWith as InvoiceInput;
    expect(input).toMatchObject({ creditorId: 'creditor', invoiceId: 'invoice', state: { planIsStale: false } });
    expect(input.state?.facts.balanceCents).toBe(990_00);
    await life.nextRun(input);
    expect(life.run.calls).toEqual([]);
    await life.untilDay(60);
    expect(life.left).toEqual(['day 15: R1', 'day 30: R2']);
    expect(life.run.calls.map(({ name }) => name)).toEqual(['sendStep', 'planCase']);
  });

  it('waits while a decision is being judged, and then while what it changed is not planned yet', async () => {
    let overWhileJudged: boolean | null = null;
    const life = await CaseLife.begin({
      before: async (name, self) => {
        if (name !== 'decide') return;
        self.run.continueAsNewSuggested = true;
        await self.tell('invoiceChanged', self.ledger.facts());
        overWhileJudged = self.run.isOver;
      },
    });
    const { verdict } = await life.decideOnDay(3, 'skipStep');
    expect(overWhileJudged).toBe(false);
    expect(verdict).toMatchObject({ accepted: true });
    expect((life.run.continuedWith as InvoiceInput).state).toMatchObject({
      planIsStale: false,
      plan: { step: { level: 2 } },
    });
  });

  it('keeps a message that is on its way on its way', async () => {
    const life = await CaseLife.begin({ mailIsAccepted: false });
    await life.untilDay(15);
    life.run.continueAsNewSuggested = true;
    await life.onDay(16, 'paymentReceived', (ledger) => ledger.pay(10_00));
    await life.nextRun(life.run.continuedWith as InvoiceInput);
    await life.untilDay(40);
    expect(life.left).toEqual(['day 15: R1']);
  });
});
