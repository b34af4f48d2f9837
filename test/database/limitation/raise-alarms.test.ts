import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRaiseLimitationAlarms } from '../../../activities/raise-limitation-alarms.ts';
import { completeAction } from '../../../facts/decisions/complete-action.ts';
import { litigationInput, promiseInput } from '../../../facts/inputs/holds.ts';
import { openLitigation } from '../../../facts/holds/open-litigation.ts';
import { recordPromise } from '../../../facts/holds/record-promise.ts';
import { withdrawPromise } from '../../../facts/holds/withdraw-promise.ts';
import { raiseAlarms } from '../../../facts/limitation/raise-alarms.ts';
import { allocatePayment } from '../../../facts/money/allocate-payment.ts';
import { endCase } from '../../../facts/invoices/end-case.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { createWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** A consumer's invoice of 12 March 2025: time-barred after 12 March 2027, with its task from 12 December 2026 on. */
async function debt(input: Record<string, unknown> = {}, kind: 'consumer' | 'professional' | 'public' = 'consumer') {
  const { reference } = await world.customer({ kind });
  return world.invoice(reference, { issued_on: '2025-03-12', due_on: '2025-04-11', ...input });
}

/** Runs what the worker does on that day, at noon. */
const look = (on: string) =>
  raiseAlarms(world.all, { creditorId: world.creditorId, at: new Date(`${on}T11:00:00.000Z`) });
const tasks = async (invoiceId: string) => {
  const where = { origin: 'limitation', invoices: { some: { invoiceId } } };
  return world.db.action.findMany({ where, orderBy: { createdAt: 'asc' } });
};
/** Its tasks with their state and day; a task that was taken back no longer belongs to it. */
const daysAsked = async (invoiceId: string) =>
  (await tasks(invoiceId)).map(({ state, dueOn }) => [state, dueOn.toISOString().slice(0, 10)]);
const at = (on: string) => ({ ...world.context, at: new Date(`${on}T11:00:00.000Z`) });

describe('Before a claim is time-barred the collector has a task', () => {
  it('ninety days before the earliest day, and not a day sooner; once, however often it is looked at', async () => {
    const { id } = await debt();
    await look('2026-12-11');
    expect(await tasks(id)).toEqual([]);
    for (const on of ['2026-12-12', '2026-12-12', '2026-12-13', '2027-03-12']) expect(await look(on)).toBe(true);
    expect(await tasks(id)).toMatchObject([
      {
        state: 'open',
        kind: 'task',
        assigneeId: null,
        dueAt: new Date('2026-12-12T08:00:00.000Z'),
        title: expect.stringMatching(/^Prescription le 12.mars.2027 au plus tôt.: agir en justice/u) as string,
      },
    ]);
  });

  it('once also of two workers who look at the same time', async () => {
    const { id } = await debt();
    const { customerId } = await world.read(id);
    const looks = await world.all.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      const both = [look('2026-12-12'), look('2026-12-12')];
      // Long enough for both to have seen that there is no task yet.
      await pause(500);
      return { both };
    });
    await Promise.all(looks.both);
    expect(await tasks(id)).toHaveLength(1);
  });

  it('in litigation too, which interrupts nothing by itself', async () => {
    const { id } = await debt();
    await openLitigation(world.db, world.context, id, litigationInput.parse({ reason: 'Dossier remis' }));
    await look('2026-12-12');
    expect(await daysAsked(id)).toEqual([['open', '2026-12-12']]);
  });

  it('of a professional after five years, and of a public body after the fourth whole one', async () => {
    const five = await debt({ issued_on: '2022-01-10', due_on: '2022-02-10' }, 'professional');
    const four = await debt({ issued_on: '2022-05-02', due_on: '2022-06-02' }, 'public');
    const tooYoung = await debt({}, 'professional');
    await look('2026-10-11');
    expect(await daysAsked(five.id)).toEqual([]);
    await look('2026-10-12');
    expect(await daysAsked(five.id)).toEqual([['open', '2026-10-12']]);
    expect(await daysAsked(four.id)).toEqual([['open', '2026-10-11']]);
    expect(await daysAsked(tooYoung.id)).toEqual([]);
  });

  it('late, of a claim that is known late; never of one that is time-barred however it is counted', async () => {
    const late = await debt({ issued_on: '2024-12-20', due_on: '2025-01-20' });
    const barred = await debt({ issued_on: '2024-10-01', due_on: '2024-10-31' });
    await look('2026-12-24');
    expect(await daysAsked(late.id)).toEqual([['open', '2026-12-24']]);
    expect((await tasks(late.id))[0]!.title).toMatch(/^Créance prescrite depuis le 21.décembre.2026 au plus tôt/u);
    expect(await tasks(barred.id)).toEqual([]);
  });
});

describe('The collector has none', () => {
  it('of a case that was paid, or written off; what was asked before goes with the case', async () => {
    const [paid, given, paidLater] = [await debt(), await debt(), await debt()];
    await world.pay(paid.number, 100_00);
    await endCase(world.db, world.context, given.id, 'written_off', { reason: 'Trop petit' });
    await look('2026-12-12');
    expect(await tasks(paid.id)).toEqual([]);
    expect(await tasks(given.id)).toEqual([]);
    expect(await daysAsked(paidLater.id)).toEqual([['open', '2026-12-12']]);
    await world.pay(paidLater.number, 100_00);
    await look('2026-12-13');
    expect(await tasks(paidLater.id)).toEqual([]);
  });

  it('twice: what he has done or left out he is not asked again', async () => {
    const { id } = await debt();
    await look('2026-12-12');
    const [task] = await tasks(id);
    await completeAction(world.db, at('2026-12-14'), task!.id, { comment: 'Injonction de payer déposée' });
    await look('2026-12-15');
    expect(await daysAsked(id)).toEqual([['done', '2026-12-12']]);
  });
});

describe('An acknowledgement', () => {
  it('takes the task back, and a new one comes before the new period ends: a payment of a part', async () => {
    const { id, number } = await debt();
    await look('2026-12-12');
    await world.pay(number, 10_00, { paid_on: '2026-12-15' });
    await look('2026-12-16');
    expect(await tasks(id)).toEqual([]);
    expect(await takenBack()).toBe(1);
    await look('2028-09-15');
    expect(await tasks(id)).toEqual([]);
    await look('2028-09-16');
    expect(await daysAsked(id)).toEqual([['open', '2028-09-16']]);
  });

  it('takes none back where money was set against it afterwards, or is somebody else’s: a person is asked by the earlier day', async () => {
    const [afterwards, ofOther] = [await debt(), await debt()];
    const payer = await debt();
    const where = { invoices: { some: { id: afterwards.id } } };
    const { reference } = await world.db.customer.findFirstOrThrow({ where, select: { reference: true } });
    const unnamed = { external_id: 'VIR-APRES', paid_on: '2026-12-01', allocations: [], customer_reference: reference };
    await world.pay(afterwards.number, 10_00, unnamed);
    const later = { ...world.context, at: new Date(world.context.at.getTime() + 60_000) };
    const set = { invoice_number: afterwards.number, amount_cents: 10_00 };
    await allocatePayment(world.db, later, { externalId: 'VIR-APRES' }, set);
    await world.pay(payer.number, 110_00, { external_id: 'VIR-TIERS', paid_on: '2026-12-01' });
    const forHim = { invoice_number: ofOther.number, amount_cents: 10_00 };
    await allocatePayment(world.db, later, { externalId: 'VIR-TIERS' }, forHim);
    await look('2026-12-12');
    for (const { id } of [afterwards, ofOther]) {
      expect(await daysAsked(id)).toEqual([['open', '2026-12-12']]);
      expect((await tasks(id))[0]?.title).toMatch(/^Prescription le 12.mars.2027 si le paiement/u);
    }
  });

  it('that is no more one puts the first period back: the payment was reversed', async () => {
    const { id, number } = await debt();
    await world.pay(number, 10_00, { external_id: 'VIR-LIM', paid_on: '2026-11-20' });
    await look('2026-12-12');
    expect(await tasks(id)).toEqual([]);
    await world.reverse('VIR-LIM');
    await look('2026-12-13');
    expect(await daysAsked(id)).toEqual([['open', '2026-12-13']]);
  });

  it('by a promise is asked about before it is needed, as it may not be in writing; and again before its own period ends', async () => {
    const [kept, withdrawn] = [await debt(), await debt()];
    const promise = promiseInput.parse({ amount_cents: 50_00, promised_on: '2026-12-01' });
    await recordPromise(world.db, world.context, kept.id, promise);
    const { answer } = await recordPromise(world.db, world.context, withdrawn.id, promise);
    await withdrawPromise(world.db, world.context, { invoiceId: withdrawn.id, promiseId: answer.id });
    for (const on of ['2026-12-12', '2026-12-13', '2028-08-24', '2028-08-25', '2028-08-26']) await look(on);
    expect(await daysAsked(kept.id)).toEqual([
      ['open', '2026-12-12'],
      ['open', '2028-08-25'],
    ]);
    expect((await tasks(kept.id)).map(({ title }) => /^Prescription le (.*).: agir/u.exec(title!)?.[1])).toEqual([
      expect.stringMatching(/^12.mars.2027 sans promesse écrite$/u),
      expect.stringMatching(/^23.novembre.2028$/u),
    ]);
    expect(await daysAsked(withdrawn.id)).toEqual([['open', '2026-12-12']]);
  });
});

describe('A promise of which one knows how it was made', () => {
  const promise = (kind: 'written' | 'oral') =>
    promiseInput.parse({
      ...{ amount_cents: 50_00, promised_on: '2026-12-01' },
      evidence: { kind, received_on: '2026-11-20' },
    });

  it('takes the task back and puts it off when it is in writing, and changes nothing when it was but spoken', async () => {
    const [written, oral] = [await debt(), await debt()];
    await look('2026-12-12');
    await recordPromise(world.db, world.context, written.id, promise('written'));
    await recordPromise(world.db, world.context, oral.id, promise('oral'));
    for (const on of ['2026-12-13', '2028-08-21', '2028-08-22']) await look(on);
    expect(await daysAsked(written.id)).toEqual([['open', '2028-08-22']]);
    expect(await daysAsked(oral.id)).toEqual([['open', '2026-12-12']]);
  });

  it('did not come on a day that is still to come', async () => {
    const { id } = await debt();
    const evidence = { kind: 'written', received_on: '2026-11-24' } as const;
    const refused = recordPromise(world.db, world.context, id, { ...promise('oral'), evidence });
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', code: 'day_to_come' });
  });
});

describe('The worker', () => {
  const worker = () => createRaiseLimitationAlarms({ db: world.all } as ActivityDeps);
  const of = (at: string) => ({ creditorId: world.creditorId, at });

  it('looks once on each day where the creditor is, and asks nobody again after a restart', async () => {
    const raise = worker();
    await raise(of('2026-12-12T10:00:00.000Z'));
    const { id } = await debt();
    await raise(of('2026-12-12T22:59:00.000Z'));
    expect(await tasks(id)).toEqual([]);
    await raise(of('2026-12-12T23:00:00.000Z'));
    expect(await daysAsked(id)).toEqual([['open', '2026-12-13']]);
    await worker()(of('2026-12-12T23:01:00.000Z'));
    expect(await tasks(id)).toHaveLength(1);
  });

  it('hands back in time when claims are many, and goes on behind those it has looked at: its next call does not begin anew', async () => {
    const { id } = await debt();
    await look('2026-12-12');
    const asked: unknown[] = [];
    const invoice = new Proxy(world.all.invoice, {
      get: (target, name) =>
        name !== 'findMany'
          ? (Reflect.get(target, name) as unknown)
          : async (args: { where: { id?: unknown } }) => {
              asked.push(args.where.id);
              const [row] = await target.findMany({ ...args, where: { id } } as never);
              return Array(500).fill(row); // As many as one page holds: there may be more.
            },
    });
    const db = new Proxy(world.all, {
      get: (target, name) => (name === 'invoice' ? invoice : (Reflect.get(target, name) as unknown)),
    });
    const raise = createRaiseLimitationAlarms({ db } as ActivityDeps, 0);
    for (let calls = 0; calls < 2; calls += 1) await raise(of('2026-12-12T10:00:00.000Z'));
    expect(asked).toEqual([undefined, { gt: id }]);
    await raise(of('2026-12-13T10:00:00.000Z'));
    expect(asked.at(-1)).toBeUndefined();
  });

  it('looks at one creditor’s claims for him, and at those of all for the demonstration’s clock', async () => {
    const { id } = await debt();
    const another = await createWorld();
    const at = new Date('2026-12-14T11:00:00.000Z');
    await raiseAlarms(world.all, { creditorId: another.creditorId, at });
    expect(await tasks(id)).toEqual([]);
    await raiseAlarms(world.all, { creditorId: null, at });
    expect(await daysAsked(id)).toEqual([['open', '2026-12-14']]);
    expect(await world.all.action.count({ where: { creditorId: another.creditorId } })).toBe(0);
  });
});

it('A debtor who is no consumer after all has five years: the task is taken back', async () => {
  const { id } = await debt();
  await look('2026-12-12');
  const before = await takenBack();
  const { customerId } = await world.read(id);
  await world.db.customer.update({ where: { id: customerId }, data: { kind: 'professional' } });
  await look('2026-12-13');
  expect(await tasks(id)).toEqual([]);
  expect(await takenBack()).toBe(before + 1);
});

/** How many tasks were taken back because the end of the period has moved. */
const takenBack = () => world.db.action.count({ where: { state: 'cancelled', reason: 'limitation_put_off' } });
