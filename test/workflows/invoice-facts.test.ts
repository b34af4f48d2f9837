import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLD_KINDS } from '../../domain/case/state.ts';
import { FACT_SIGNALS } from '../../workflows/messages.ts';
import { CaseLife } from './case-in-sandbox.ts';

describe('Facts', () => {
  it('told twice, ten times, in any order end in the same state, and send the same', async () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 4, 3, 2, 1, 0, 4, 4, 4, 4, 4], { minLength: 15 });
    await fc.assert(
      fc.asyncProperty(order, async (indexes) => {
        const life = await CaseLife.begin();
        await life.untilDay(16, 11);
        const { ledger, run } = life;
        const told = [
          ledger.pay(100_00),
          ledger.hold('litigation', run.now),
          ledger.pay(200_00),
          ledger.release('litigation', run.now),
          ledger.hold('pause', run.now, '2026-03-25'),
        ];
        for (const index of indexes) await life.tell('invoiceChanged', told[index]!);
        expect((await life.state()).facts).toEqual(ledger.facts());
        await life.untilDay(60);
        expect(life.left).toEqual(['day 15: R1']);
        expect(await life.next()).toBe('day 30: R2 to_confirm');
      }),
      { numRuns: 10 },
    );
  });

  it('that are older than what is known change nothing: the case does not even look again', async () => {
    const life = await CaseLife.begin();
    const older = life.ledger.facts();
    await life.onDay(10, 'litigationOpened', (ledger, at) => ledger.hold('litigation', at));
    const before = await life.state();
    const calls = life.run.calls.length;
    await life.tell('invoiceChanged', older);
    await life.tell('invoiceChanged', { ...older, balanceCents: 1, closedAs: 'paid' });
    expect(await life.state()).toEqual(before);
    expect(life.run.calls).toHaveLength(calls);
    expect(life.run.isOver).toBe(false);
  });

  it('are taken in under every name, and the newer ones make the case look again', async () => {
    for (const signal of FACT_SIGNALS) {
      const life = await CaseLife.begin();
      const calls = life.timesCalled('planCase');
      await life.onDay(3, signal, (ledger) => ledger.pay(10_00));
      expect(life.timesCalled('planCase')).toBe(calls + 1);
      expect(life.run.attributes['BalanceCents']).toEqual([990_00]);
    }
  });

  it('without a version come from operations: they are stored first, with what was said, and then in force', async () => {
    const life = await CaseLife.begin();
    await life.untilDay(10);
    await life.run.signal('paymentReceived', { data: { amountCents: 400_00 } });
    const [call] = life.run.calls.filter(({ name }) => name === 'storeOperationsFact');
    expect(call?.input).toMatchObject({ signal: 'paymentReceived', message: { data: { amountCents: 400_00 } } });
    expect((await life.state()).facts.balanceCents).toBe(600_00);
    await life.run.signal('paymentReceived', { data: { amountCents: 600_00 } });
    expect(life.run.result).toEqual({ closedAs: 'paid' });
    // After a reset, a run keeps its id and gets its signals again in the same order.
    const stored = life.run.calls.filter(({ name }) => name === 'storeOperationsFact').map(({ input }) => input);
    const [one, two] = [1, 2].map((count) => ({ key: expect.stringMatching(new RegExp(`-before/${count}$`)) }));
    expect(stored).toMatchObject([one, two]);
  });

  it('that Postgres no longer has, since it was restored to an older day, are given up without a loop', async () => {
    const life = await CaseLife.begin();
    const { version, ...rest } = life.ledger.facts();
    await life.tell('invoiceChanged', { ...rest, version: version + 50, balanceCents: 1 });
    expect((await life.state()).facts).toEqual(life.ledger.facts());
    expect(life.timesCalled('planCase')).toBe(2);
  });

  it('without any content at all do no harm', async () => {
    const life = await CaseLife.begin();
    await life.run.signal('invoiceChanged', undefined);
    await life.untilDay(15);
    expect(life.left).toEqual(['day 15: R1']);
  });

  it('with a version are not stored again', async () => {
    const life = await CaseLife.begin();
    await life.onDay(3, 'paymentReceived', (ledger) => ledger.pay(10_00));
    expect(life.timesCalled('storeOperationsFact')).toBe(0);
  });
});

describe('The Temporal UI', () => {
  it('says where the case stands, what comes next and when, and why it waits', async () => {
    const life = await CaseLife.begin();
    expect(await life.run.details()).toContain(
      '**Prochaine étape** : `r1` (R1, email, automatic), 2026-03-17T08:00:00.000Z',
    );
    expect(life.run.attributes).toMatchObject({
      DunningStatus: ['waiting'],
      DunningLevel: [0],
      BalanceCents: [1_000_00],
    });
    expect(new Date((life.run.attributes['NextActionAt'] as string[])[0]!).toISOString()).toBe(life.instant(15, 9));
    expect(life.run.timerLabels).toEqual(['R1 · 2026-03-17 08:00 UTC']);
    await life.untilDay(15);
    expect(life.run.calls.find(({ name }) => name === 'sendStep')?.summary).toBe('R1 · r1');
    await life.onDay(20, 'pauseSet', (ledger, at) => ledger.hold('pause', at, '2026-03-27'));
    expect(await life.run.details()).toMatch(
      /^- suspendu : les relances de la facture sont suspendues jusqu’au 27.mars.2026 inclus$/mu,
    );
    expect(await life.run.details()).toMatch(/^\*\*Statut\*\* : suspendu \(`held`\) · \*\*niveau\*\* : R1$/mu);
    expect(life.run.timerLabels.at(-1)).toMatch(/^fin de la suspension/);
    expect(life.run.attributes).toMatchObject({ DunningStatus: ['held'], DunningLevel: [1], NextActionAt: [] });
  });

  it('says what stops a case in words and not by its code', async () => {
    const life = await CaseLife.begin();
    for (const kind of HOLD_KINDS) await life.onDay(3, 'pauseSet', (ledger, at) => ledger.hold(kind, at, null));
    const said = (await life.run.details()).split('\n').filter((line) => line.startsWith('- suspendu'));
    expect(said).toHaveLength(HOLD_KINDS.length);
    for (const kind of HOLD_KINDS) expect(said.join('\n')).not.toMatch(new RegExp(`: ${kind}\\b`));
    expect(said).toContain('- suspendu : les relances du client sont suspendues');
  });

  it('lists no ended case, and none that waits for a person, among what is late', async () => {
    const life = await CaseLife.begin();
    expect(life.run.attributes['NextActionAt']).toHaveLength(1);
    await life.onDay(3, 'paymentReceived', (ledger) => ledger.pay(1_000_00));
    expect(life.run.attributes).toMatchObject({ DunningStatus: ['paid'], NextActionAt: [] });
  });

  it('names the collector of the customer as long as there is one', async () => {
    const life = await CaseLife.begin();
    await life.onDay(2, 'invoiceChanged', (ledger) => ledger.handTo('collector-1'));
    expect(life.run.attributes).toMatchObject({ Collector: ['collector-1'] });
    await life.onDay(3, 'invoiceChanged', (ledger) => ledger.handTo(null));
    expect(life.run.attributes).toMatchObject({ Collector: [] });
  });

  it('names nobody: nothing of what a person wrote is shown or kept', async () => {
    const life = await CaseLife.begin();
    const secret = 'Madame Lagarde';
    const { ledger, run } = life;
    await run.signal('litigationOpened', { facts: ledger.hold('litigation', run.now), data: { reason: secret } });
    await run.signal('invoiceChanged', { facts: ledger.raiseAttention('hard_bounce'), data: { text: secret } });
    const shown = JSON.stringify([
      await life.run.details(),
      life.run.attributes,
      await life.state(),
      life.run.timerLabels,
    ]);
    expect(shown).toContain('hard_bounce');
    expect(shown).not.toContain(secret);
  });

  it('says what is owed in its own currency, of which a yen is the smallest part', async () => {
    const owed = async (currency: string | undefined) => {
      const life = await CaseLife.begin({ prepare: (ledger) => void (ledger.currency = currency) });
      return (await life.run.details()).split('\n').find((line) => line.includes('Reste dû'));
    };
    expect(await owed('EUR')).toBe('**Reste dû** : 1\u202f000,00\u00a0€ (version 1)');
    expect(await owed('JPY')).toBe('**Reste dû** : 100\u202f000\u00a0JPY (version 1)');
    expect(await owed(undefined)).toBe('**Reste dû** : 100000 (plus petite unité) (version 1)');
  });
});
