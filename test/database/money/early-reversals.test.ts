import { beforeAll, describe, expect, it } from 'vitest';
import { reverseNowOrLater } from '../../../facts/money/early-reversal.ts';
import { createWorld, refusal, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const REJECTED = { external_id: 'REJ', reason: 'Prélèvement rejeté' };
const reversal = (of: string, more: Partial<typeof REJECTED> = {}) => ({
  ...REJECTED,
  external_id: `REJ-${of}`,
  ...more,
});
const reverse = (of: string, more: Partial<typeof REJECTED> = {}) =>
  reverseNowOrLater(world.db, world.context, of, reversal(of, more));

async function owed() {
  const { id: customerId, reference } = await world.customer();
  return { customerId, ...(await world.invoice(reference)) };
}

/** The final state: the case, the payment and the history. */
async function end({ id }: { id: string }, payment: string) {
  const { balanceCents, paidCents, closedAs, confirmReason } = await world.read(id);
  const { unallocatedCents, reversalExternalId, reversedAt } = await world.db.payment.findFirstOrThrow({
    where: { externalId: payment },
  });
  const history = await world.db.historyEntry.findMany({ where: { invoiceId: id }, orderBy: { id: 'asc' } });
  const kinds = history.map(({ kind }) => kind);
  return {
    ...{ balanceCents, paidCents, closedAs, confirmReason, unallocatedCents, kinds },
    isReversed: reversedAt !== null && reversalExternalId === `REJ-${payment}`,
  };
}

const tasks = () => world.db.action.findMany({ where: { customerId: null, origin: 'task' } });

describe('a reversal that comes before its payment, by a signed delivery', () => {
  it('is kept, asks a person to look the next day, and ends as it would have in order once the payment comes', async () => {
    const [early, late] = [await owed(), await owed()];
    expect(await reverse('P-EARLY')).toBeNull();
    expect(await tasks()).toMatchObject([
      { title: expect.stringContaining('Rejet reçu avant son règlement P-EARLY'), state: 'open' },
    ]);
    const { answer, tellings } = await world.pay(early.number, 100_00, { external_id: 'P-EARLY' });
    expect(answer).toMatchObject({ allocations: [{ balance_cents: 100_00, status: 'open' }], unallocated_cents: 0 });
    expect(tellings.map(({ invoiceId, signal }) => [invoiceId, signal])).toEqual([[early.id, 'paymentReversed']]);
    expect(await tasks()).toEqual([]);

    await world.pay(late.number, 100_00, { external_id: 'P-LATE' });
    await reverse('P-LATE');
    const inOrder = await end(late, 'P-LATE');
    expect(inOrder).toMatchObject({ balanceCents: 100_00, closedAs: null, isReversed: true });
    expect(await end(early, 'P-EARLY')).toEqual(inOrder);
  });

  it('and each of the two repeated, changes nothing more and is answered as the first time', async () => {
    const one = await owed();
    expect([await reverse('P-TWICE'), await reverse('P-TWICE')]).toEqual([null, null]);
    expect(await tasks()).toHaveLength(1);
    const first = await world.pay(one.number, 40_00, { external_id: 'P-TWICE' });
    const before = await end(one, 'P-TWICE');
    const again = await world.pay(one.number, 40_00, { external_id: 'P-TWICE' });
    expect([again.replayed, again.answer]).toEqual([true, first.answer]);
    expect(await reverse('P-TWICE')).toMatchObject({ replayed: true });
    expect(await end(one, 'P-TWICE')).toEqual(before);
  });

  it('leaves what a person has looked at already with whose payment it was', async () => {
    const one = await owed();
    expect(await reverse('P-LOOKED')).toBeNull();
    const [task] = await tasks();
    await world.db.action.update({ where: { id: task!.id }, data: { state: 'done' } });
    await world.pay(one.number, 100_00, { external_id: 'P-LOOKED' });
    expect(await tasks()).toEqual([]);
    const { customerId, title } = await world.db.action.findUniqueOrThrow({ where: { id: task!.id } });
    expect([customerId, title]).toEqual([one.customerId, task!.title]);
  });

  it('meets its payment at the same instant, again and again, and is never lost', async () => {
    for (let round = 0; round < 12; round += 1) {
      const one = await owed();
      const name = `P-AT-ONCE-${String(round)}`;
      await Promise.all([reverse(name), world.pay(one.number, 100_00, { external_id: name })]);
      expect(await end(one, name)).toMatchObject({ balanceCents: 100_00, closedAs: null, isReversed: true });
    }
    expect(await tasks()).toEqual([]);
    expect(await world.db.earlyReversal.count()).toBe(0);
  });

  it('is one: another of the same payment, or of another one under its id, is refused', async () => {
    expect(await reverse('P-ONE')).toBeNull();
    expect(await refusal(reverse('P-ONE', { external_id: 'REJ-other' }))).toMatchObject({ code: 'already_reversed' });
    expect(await refusal(reverse('P-TWO', { external_id: 'REJ-P-ONE' }))).toMatchObject({ code: 'other_content' });
    const paid = await owed();
    await world.pay(paid.number, 10_00, { external_id: 'P-PAID' });
    expect(await refusal(reverse('P-PAID', { external_id: 'REJ-P-ONE' }))).toMatchObject({ code: 'other_content' });
  });
});

it('a key that reverses a payment nobody has seen is told so, and nothing is kept', async () => {
  const before = await world.db.earlyReversal.count();
  expect(await refusal(world.reverse('P-NOBODY'))).toMatchObject({ kind: 'not_found' });
  expect(await world.db.earlyReversal.count()).toBe(before);
});
