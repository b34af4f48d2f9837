import { beforeAll, describe, expect, it } from 'vitest';
import { CASE_STATUSES, type CaseStatus } from '../../../domain/case/status.ts';
import {
  type CaseSet,
  levelDueSet,
  levelDueWhere,
  statusSets,
  statusWhere,
} from '../../../facts/cases/case-status-filter.ts';
import { countListings, type ListingFilter, readListedIds } from '../../../facts/cases/read-listings.ts';
import { type Counted, sumListings } from '../../../facts/cases/sum-listings.ts';
import { caseLevels, caseStatus, explainCase, nextStep, readCases } from '../../../facts/cases/case-view.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import { createWorld, NOW, type World } from '../world.ts';

const MOMENT = { at: NOW, timeZone: 'Europe/Paris' };
const TODAY = '2026-11-23';
const LISTED_AT = { at: NOW, todayOn: TODAY };
const DAY_MS = 86_400_000;

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await portfolio();
});

/** Every combination of what a status depends on. */
async function portfolio() {
  const free = await world.customer();
  const paused = await world.customer();
  await world.db.hold.create({ data: holdOf(paused.id, null, 'customer_pause') });
  for (const closedAs of [null, 'paid', 'cancelled', 'written_off'] as const)
    for (const attentionCode of [null, 'hard_bounce'])
      for (const exhaustedAt of [null, NOW])
        for (const hold of [null, 'own', 'ended', 'customer'] as const)
          for (const step of [
            'none',
            'ahead',
            'come',
            'to_confirm',
            'to_post',
            'handed',
            'letter',
            'letter_ahead',
          ] as const) {
            if (closedAs && step !== 'come') continue;
            const customer = hold === 'customer' ? paused : free;
            const { id } = await world.invoice(customer.reference);
            const dueAt = new Date(NOW.getTime() + (step === 'ahead' || step === 'letter_ahead' ? DAY_MS : -DAY_MS));
            const turn =
              step === 'none' ? {} : { nextLevel: 1, nextTurnOn: toDateColumn(dueAt.toISOString().slice(0, 10)) };
            await world.db.invoice.update({ where: { id }, data: { closedAs, attentionCode, exhaustedAt, ...turn } });
            if (hold === 'own' || hold === 'ended')
              await world.db.hold.create({
                data: { ...holdOf(customer.id, id, 'dispute'), endedAt: hold === 'ended' ? NOW : null },
              });
            if (step !== 'none') await openStep(customer.id, id, dueAt, step);
          }
}

const holdOf = (customerId: string, invoiceId: string | null, kind: 'dispute' | 'customer_pause' | 'litigation') => ({
  id: crypto.randomUUID(),
  creditorId: world.creditorId,
  customerId,
  invoiceId,
  kind,
  reason: 'x',
  sinceAt: NOW,
  createdBy: 'test',
});

async function openStep(
  customerId: string,
  invoiceId: string,
  dueAt: Date,
  step: 'ahead' | 'come' | 'to_confirm' | 'to_post' | 'handed' | 'letter' | 'letter_ahead',
) {
  const mode = step === 'to_confirm' || step === 'to_post' ? ('to_confirm' as const) : ('automatic' as const);
  const when = { dueAt, dueOn: toDateColumn(dueAt.toISOString().slice(0, 10)) };
  const own = { creditorId: world.creditorId, customerId, kind: 'email' as const, mode, ...when };
  const action = await world.db.action.create({
    data: {
      ...own,
      ...(step === 'to_post' ? { mode: 'manual' as const } : {}),
      id: crypto.randomUUID(),
      origin: 'step',
    },
  });
  const isLetter = step === 'letter' || step === 'letter_ahead';
  const message = step === 'handed' || isLetter ? await aMessage(customerId, isLetter) : null;
  await world.db.openStep.create({
    data: {
      ...own,
      invoiceId,
      cycle: 1,
      stepKey: 'r1',
      level: 1,
      rule: 'due_on+15',
      reasons: [],
      actionId: action.id,
      messageId: message,
    },
  });
}

/** A letter by hand may wait to be posted before its level's own day. */
const hasCome = ({ nextTurnOn }: { nextTurnOn: Date | null }) =>
  nextTurnOn !== null && nextTurnOn <= toDateColumn(TODAY);

/** The ids of the listings that match, sorted. */
async function listed(filter: ListingFilter): Promise<string[]> {
  const page = { column: 'number', nullable: false, descending: false, take: 1_000, after: null } as const;
  return (await readListedIds(world.db, world.creditorId, filter, page)).toSorted();
}

async function aMessage(customerId: string, isLetter: boolean): Promise<string> {
  const id = crypto.randomUUID();
  await world.db.message.create({
    data: {
      id,
      creditorId: world.creditorId,
      customerId,
      ...(isLetter ? { kind: 'letter', letterKind: 'registered' } : { kind: 'email' }),
      origin: isLetter ? 'manual' : 'step',
      language: 'fr',
      currency: 'EUR',
      test: true,
      actor: {},
      reservedAt: NOW,
    },
  });
  return id;
}

describe('a registered letter that was confirmed and waits to be posted', () => {
  it('is due, by hand, and nobody has to confirm it again', async () => {
    const rows = await readCases(world.db, {
      where: { openStep: { is: { mode: 'to_confirm', action: { mode: 'manual' } } } },
    });
    const free = rows.filter((row) => caseStatus(row, MOMENT) === 'due');
    expect(free.length).toBeGreaterThan(0);
    expect(rows.filter((row) => caseStatus(row, MOMENT) === 'to_confirm')).toEqual([]);
    expect(new Set(free.map((row) => nextStep(row)?.mode))).toEqual(new Set(['manual']));
  });
});

describe('a registered letter of a run or by hand that waits to be posted', () => {
  it('is due since it was made, by hand, as one that was confirmed: nothing is being sent', async () => {
    const rows = await readCases(world.db, { where: { openStep: { is: { message: { is: { kind: 'letter' } } } } } });
    const free = rows.filter((row) => caseStatus(row, MOMENT) === 'due');
    expect(free.length).toBeGreaterThan(0);
    expect(rows.filter((row) => ['sending', 'waiting'].includes(caseStatus(row, MOMENT)!))).toEqual([]);
    for (const row of free) {
      const { mode, dueAt } = nextStep(row)!;
      expect([mode, dueAt <= NOW]).toEqual(['manual', true]);
      expect(explainCase(row, MOMENT, 'fr').sentence).not.toContain('en cours d’envoi');
    }
  });
});

describe('the status of a case', () => {
  it('is the same read from a row and asked of the database, for every combination', async () => {
    const rows = await readCases(world.db, {});
    expect(rows).toHaveLength(16 * 8 + 3 * 16);
    const seen = new Set<CaseStatus>();
    for (const status of CASE_STATUSES) {
      const derived = rows.filter((row) => caseStatus(row, MOMENT) === status).map(({ id }) => id);
      const asked = await listed({ all: [], oneOf: statusWhere(status, LISTED_AT) });
      expect([status, asked]).toEqual([status, derived.toSorted()]);
      if (derived.length > 0) seen.add(status);
    }
    expect([...seen].toSorted()).toEqual(CASE_STATUSES.toSorted());
  });
  it('has no credit note: it has no ladder, and no status either', async () => {
    const { reference } = await world.customer();
    const { id } = await world.invoice(reference, { kind: 'credit_note' });
    const [row] = await readCases(world.db, { where: { id } });
    expect(caseStatus(row!, MOMENT)).toBeNull();
  });
  it('counts a level as due exactly when it has come and may go', async () => {
    const rows = await readCases(world.db, {});
    const mayGo = rows.filter((row) => ['due', 'to_confirm'].includes(caseStatus(row, MOMENT)!) && hasCome(row));
    expect(await listed({ all: [], oneOf: [levelDueWhere(1, LISTED_AT)] })).toEqual(
      mayGo.map(({ id }) => id).toSorted(),
    );
    expect(mayGo.length).toBeGreaterThan(0);
    const ofSecond = { all: [], oneOf: [levelDueWhere(2, LISTED_AT)] } as const;
    expect(await countListings(world.db, world.creditorId, ofSecond)).toBe(0);
  });
  it('is counted and summed, in one currency, as it is listed', async () => {
    const rows = await readCases(world.db, {});
    const foreign = rows.find((row) => caseStatus(row, MOMENT) === 'due')!;
    await world.db.invoice.update({ where: { id: foreign.id }, data: { currency: 'CHF' } });
    const sued = rows.find((row) => caseStatus(row, MOMENT) === 'held')!;
    await world.db.hold.create({ data: holdOf(sued.customerId, sued.id, 'litigation') });
    const sets: Record<string, readonly CaseSet[]> = Object.fromEntries(
      CASE_STATUSES.map((status) => [status, statusSets(status)]),
    );
    const others = { all: [{}], none: [], mayGo: [levelDueSet(1)], sued: [{ inLitigation: true as const }] };
    const everything: Counted<CaseStatus | keyof typeof others> = { ...(sets as Counted<CaseStatus>), ...others };
    const summed = (one: Prisma.Sql) =>
      sumListings(world.db, world.creditorId, { all: [], oneOf: [one] }, everything, 'EUR', LISTED_AT);
    const sums = await summed(Prisma.sql`true`);
    for (const status of CASE_STATUSES) {
      const there = rows.filter((row) => caseStatus(row, MOMENT) === status);
      const inEuros = there.filter(({ id }) => id !== foreign.id);
      const cents = inEuros.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
      const apart = there.length > inEuros.length ? { other_currencies: 1 } : {};
      expect([status, sums[status]]).toEqual([status, { count: there.length, balance_cents: cents, ...apart }]);
    }
    expect([sums.all.count, sums.none.count, sums.sued.count]).toEqual([rows.length, 0, 1]);
    const early = rows.filter((row) => caseStatus(row, MOMENT) === 'due' && !hasCome(row));
    expect(sums.mayGo.count).toBe(sums.due.count + sums.to_confirm.count - early.length);
    expect((await summed(Prisma.sql`"number" = 'none'`)).due).toEqual({ count: 0, balance_cents: 0 });
  });
  it('shows a held level that has come as due, and nothing as next under a hold without an end', async () => {
    const held = await listed({ all: [], oneOf: statusWhere('held', LISTED_AT) });
    const rows = await readCases(world.db, {
      where: { id: { in: held }, exhaustedAt: null, openStep: { is: { mode: 'to_confirm' } } },
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(nextStep(row)).toBeNull();
      expect(caseLevels(row, MOMENT)[0]).toMatchObject({ level: 1, state: 'due' });
    }
  });
});
