import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { statusOf } from '../../../domain/case/status.ts';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { rollForward } from '../../../domain/calendar/working-days.ts';
import { caseFacts, CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../../../facts/case-facts.ts';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { loadActionToSend } from '../../../facts/messages/reserving/reserve-action.ts';
import { loadCaseForPlan } from '../../../facts/plan/load-case.ts';
import { planCase } from '../../../facts/plan/plan-case.ts';
import { createDatabase, type Database } from '../../../prisma/client.ts';
import { fromDateColumn } from '../../../prisma/dates.ts';
import { lockCustomers } from '../../../prisma/lock.ts';
import { applyMigrations } from '../../../prisma/migrate.ts';
import { loadPortfolio } from '../../../scripts/seed/load-portfolio.ts';
import { seed } from '../../../scripts/seed.ts';
import { readTwice } from './by-hand.ts';

/** Tuesday, 11 o'clock in Paris: this morning's steps are due. */
const NOW = new Date('2026-11-24T10:00:00.000Z');
const TODAY = '2026-11-24';
const KEYS = {
  operator: `rel_${randomUUID()}`,
  admin: `rel_${randomUUID()}`,
  supervisor: `rel_${randomUUID()}`,
  collector: `rel_${randomUUID()}`,
  payments: `rel_${randomUUID()}`,
};

/** A database of its own: the seed works on a creditor that other tests may have too. */
async function ownDatabase(): Promise<string> {
  const name = `demo_${randomUUID().replaceAll('-', '')}`;
  const shared = createDatabase(inject('databaseUrl'), 1);
  await shared.$executeRawUnsafe(`CREATE DATABASE ${name}`);
  await shared.$disconnect();
  const url = new URL(inject('databaseUrl'));
  url.pathname = `/${name}`;
  await applyMigrations(url.href);
  return url.href;
}

let url: string;
let db: Database;

beforeAll(async () => {
  url = await ownDatabase();
  db = createDatabase(url, 6);
});
afterAll(() => db.$disconnect());

describe('the portfolio, loaded and planned', () => {
  const found = { statuses: new Map<string, number>(), holds: new Map<string, number>(), levels: new Set<number>() };
  let creditorId: string;

  beforeAll(async () => {
    ({ id: creditorId } = await createCreditor(db, { name: 'Essai', slug: 'essai' }));
    await loadPortfolio(db, creditorId, NOW, () => undefined);
    const rows = await db.invoice.findMany({ where: { creditorId, kind: 'invoice' }, orderBy: { id: 'asc' } });
    for (const { id, customerId } of rows.filter(({ closedAs }) => closedAs === null)) {
      await db.$transaction(async (tx) => {
        await lockCustomers(tx, [customerId]);
        await planCase(tx, { creditorId, at: NOW, actor: { kind: 'system', name: 'Relance' } }, id);
      });
    }
    await tally(rows.map(({ id }) => id));
  }, 240_000);

  async function tally(ids: string[]) {
    const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
    const steps = new Map(
      (await db.openStep.findMany({ where: { creditorId } })).map((step) => [step.invoiceId, step]),
    );
    const customer = { include: { holds: CUSTOMER_HOLDS_IN_FORCE } };
    const include = { holds: HOLDS_IN_FORCE, customer };
    for (const row of await db.invoice.findMany({ where: { id: { in: ids } }, include })) {
      const { holds } = caseFacts(row);
      const step = steps.get(row.id);
      for (const { kind } of row.closedAs ? [] : holds) count(found.holds, kind);
      found.levels.add(row.level);
      const status = statusOf({
        nowAt: NOW.toISOString(),
        closedAs: row.closedAs,
        needsAttention: row.attentionCode !== null,
        held: holds.length > 0,
        exhausted: row.exhaustedAt !== null,
        openStep: step ? { dueAt: step.dueAt.toISOString(), mode: step.mode, handed: step.messageId !== null } : null,
      });
      count(found.statuses, status);
    }
  }

  it('shows every status but `sending`, which passes', () => {
    const { statuses } = found;
    const all = [
      'waiting',
      'due',
      'to_confirm',
      'held',
      'needs_attention',
      'exhausted',
      'paid',
      'cancelled',
      'written_off',
    ];
    expect([...statuses.keys()].sort()).toEqual([...all].sort());
    expect([...statuses.values()].reduce((sum, count) => sum + count, 0)).toBe(250);
    for (const [status, count] of statuses) expect(count, status).toBeGreaterThanOrEqual(5);
  });

  it('is read by hand as Prisma reads it: cases, actions, accounts, messages and texts', async () => {
    const twice = await readTwice(db, creditorId);
    for (const [what, rows] of Object.entries(twice)) {
      expect(rows.length, what).toBeGreaterThan(10);
      for (const { byHand, byPrisma } of rows) expect(byHand, what).toEqual(byPrisma);
    }
    expect(twice.cases?.length).toBeGreaterThan(200);
    await expect(loadCaseForPlan(db, randomUUID())).rejects.toMatchObject({ kind: 'not_found' });
    expect(await loadActionToSend(db, randomUUID())).toBeNull();
  }, 90_000);

  it('shows every hold that a person can set, and every level', () => {
    const kinds = ['customer_pause', 'dispute', 'litigation', 'pause', 'promise', 'specific_action'];
    expect([...found.holds.keys()].sort()).toEqual(kinds);
    expect([...found.levels].sort()).toEqual([0, 1, 2, 3]);
  });

  it('has money that is not allocated, credit notes used and not, a reversal, promises kept and broken', async () => {
    const where = { creditorId };
    expect(await db.payment.count({ where: { ...where, unallocatedCents: { gt: 0 } } })).toBe(1);
    expect(await db.payment.count({ where: { ...where, reversedAt: { not: null } } })).toBeGreaterThanOrEqual(1);
    const notes = await db.invoice.findMany({ where: { ...where, kind: 'credit_note' } });
    expect(notes.some(({ balanceCents }) => balanceCents < 0)).toBe(true);
    expect(notes.some(({ closedAs }) => closedAs === 'paid')).toBe(true);
    const outcomes = (await db.hold.findMany({ where: { ...where, kind: 'promise' } })).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['kept', 'broken', null]));
  });

  it('lets no automatic step leave at once, and a handful on each of the next 15 working days', async () => {
    const steps = await automaticSteps();
    expect(steps.filter(({ dueAt }) => dueAt <= NOW)).toEqual([]);
    const days = nextWorkingDays(15);
    for (const day of days) {
      const count = steps.filter(({ dueOn }) => fromDateColumn(dueOn) === day).length;
      expect(count, day).toBeGreaterThanOrEqual(3);
      expect(count, day).toBeLessThanOrEqual(8);
    }
  });

  it('has some 60 steps fall due in the next 15 days', async () => {
    const until = addDays(TODAY, 15);
    const steps = await db.openStep.findMany({ where: { creditorId, dueAt: { gt: NOW } } });
    const soon = steps.filter(({ dueOn }) => fromDateColumn(dueOn) <= until).length;
    expect(soon).toBeGreaterThanOrEqual(50);
    expect(soon).toBeLessThanOrEqual(80);
  });

  it('has steps to confirm that are due today, and others that have waited since before', async () => {
    const steps = await db.openStep.findMany({ where: { creditorId, mode: 'to_confirm', dueAt: { lte: NOW } } });
    const today = steps.filter(({ dueOn }) => fromDateColumn(dueOn) === TODAY);
    expect(today.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeGreaterThan(today.length);
  });

  it('has reminders that left, with their bytes, before today and one level after the other', async () => {
    const messages = await db.message.findMany({ where: { creditorId }, include: { content: true, items: true } });
    expect(messages.length).toBeGreaterThan(80);
    const asMail = ['mailbox', 1, true];
    const asRegisteredLetter = ['person', 0, false];
    for (const { level, sentAt, content, recipients, subject, provider } of messages) {
      const sent = [provider, recipients.length, content!.html !== null];
      expect(sent).toEqual(level === 3 ? asRegisteredLetter : asMail);
      expect(sentAt!.getTime()).toBeLessThan(NOW.getTime());
      expect(subject).not.toContain('#');
      expect(Buffer.from(content!.pdf!.subarray(0, 4)).toString()).toBe('%PDF');
    }
    const back = messages.filter(({ status, level }) => level !== 3 && status !== 'sent');
    expect(back.map(({ status }) => status).sort()).toEqual(['bounced', 'bounced', 'complained']);
    const later = messages.filter(({ level }) => level! > 1);
    expect([2, 3].map((of) => later.filter(({ level }) => level === of).length > 10)).toEqual([true, true]);
    for (const { items, level, sentAt } of later) {
      const before = messages.find(
        (one) => one.level === level! - 1 && one.items[0]!.invoiceId === items[0]!.invoiceId,
      );
      expect(before!.sentAt!.getTime()).toBeLessThan(sentAt!.getTime());
    }
  });

  it('fills the columns Pro., Not. and Tél., the statements, the runs and what became of letters', async () => {
    const where = { creditorId };
    for (const column of ['lastStatementToReferrerOn', 'lastStatementToNotaryOn', 'lastCallOn'] as const) {
      expect(await db.invoice.count({ where: { ...where, [column]: { not: null } } }), column).toBeGreaterThanOrEqual(
        5,
      );
    }
    expect(await db.message.count({ where: { ...where, origin: 'statement', sentAt: { not: null } } })).toBe(6);
    const letters = await db.message.groupBy({ by: ['status'], where: { ...where, kind: 'letter' }, _count: true });
    const fates = new Map(letters.map(({ status, _count }) => [status, _count]));
    expect([...fates.keys()].sort()).toEqual(['deposited', 'refused', 'signed', 'unclaimed', 'undeliverable']);
    expect([fates.get('signed'), await db.messageProof.count({ where })]).toEqual([2, 1]);
    const items = await db.runItem.groupBy({ by: ['state'], where: { run: where }, _count: true });
    expect(items.find(({ state }) => state === 'taken')?._count).toBeGreaterThanOrEqual(3);
    expect(items.some(({ state }) => state === 'waiting')).toBe(false);
  });

  it('has calls and notes of persons, tasks that are late or to come, and actions beside the scenario', async () => {
    const where = { creditorId };
    const lines = await db.historyEntry.groupBy({ by: ['kind'], where, _count: true });
    const count = new Map(lines.map(({ kind, _count }) => [kind, _count]));
    expect(count.get('call')).toBeGreaterThanOrEqual(30);
    expect(count.get('note')).toBeGreaterThanOrEqual(12);
    expect(count.get('qualified')).toBeGreaterThanOrEqual(3);
    const ofPersons = await db.action.findMany({ where: { ...where, origin: { in: ['task', 'specific_action'] } } });
    const due = (origin: string, isLate: boolean) =>
      ofPersons.filter((action) => action.origin === origin && action.dueAt <= NOW === isLate).length;
    expect([due('task', true), due('task', false), due('specific_action', false)]).toEqual([1, 2, 2]);
  });

  it('has customers in a group by their tag, with its collector and a scenario that reminds before the due date', async () => {
    const groups = await db.customerGroup.findMany({
      where: { creditorId },
      include: { customers: { include: { invoices: { include: { openStep: true } } } } },
    });
    const members = (name: string) => groups.find((group) => group.name === name)?.customers ?? [];
    expect([members('Grands comptes').length, members('Suivi personnalisé').length]).toEqual([7, 1]);
    const [group] = groups.filter(({ name }) => name === 'Grands comptes');
    for (const { collectorId, collectorOfGroup, groupScenarioId } of members('Grands comptes')) {
      expect([collectorId, collectorOfGroup, groupScenarioId]).toEqual([group!.collectorId, true, group!.scenarioId]);
    }
    const steps = members('Grands comptes').flatMap(({ invoices }) =>
      invoices.flatMap(({ openStep }) => openStep ?? []),
    );
    expect(steps.some(({ level }) => level === 0)).toBe(true);
    const preventive = { creditorId, level: 0, sentAt: { not: null } };
    expect(await db.message.count({ where: preventive })).toBeGreaterThanOrEqual(1);
    const settings = await db.settings.findUniqueOrThrow({ where: { creditorId } });
    expect(settings.logoPng?.length).toBeGreaterThan(1_000);
  });

  it('has no history from the future, and some that is weeks old', async () => {
    expect(await db.historyEntry.count({ where: { creditorId, at: { gt: NOW } } })).toBe(0);
    const old = new Date(NOW.getTime() - 40 * 86_400_000);
    expect(await db.historyEntry.count({ where: { creditorId, at: { lt: old } } })).toBeGreaterThan(50);
  });

  it('leaves a workflow to be started for every open case and for no closed one', async () => {
    const rows = await db.invoice.findMany({ where: { creditorId, kind: 'invoice' } });
    expect(new Set(rows.map(({ closedAs }) => closedAs === null))).toEqual(new Set([true, false]));
    for (const { closedAs, version, toldVersion } of rows) expect(version > toldVersion).toBe(closedAs === null);
  });

  const automaticSteps = () => db.openStep.findMany({ where: { creditorId, mode: 'automatic' } });

  function nextWorkingDays(count: number): string[] {
    const days: string[] = [];
    for (let on = TODAY; days.length < count;) days.push((on = rollForward(addDays(on, 1), 'metropole')));
    return days;
  }
});

describe('starting again', () => {
  const content = async () => {
    const { id } = await db.creditor.findUniqueOrThrow({ where: { slug: 'demo' } });
    const where = { creditorId: id };
    return {
      id,
      customers: await db.customer.count({ where }),
      invoices: await db.invoice.count({ where: { ...where, kind: 'invoice' } }),
      history: await db.historyEntry.count({ where }),
      keys: (await db.apiKey.findMany({ where })).map(({ id: key, role }) => `${role} ${key}`).sort(),
    };
  };

  it('begins anew what was interrupted, and does nothing once it is done', { timeout: 240_000 }, async () => {
    // Everything exists except the keys, which are made last: the most that an interruption can leave.
    const half = await db.creditor.update({ where: { slug: 'essai' }, data: { slug: 'demo' } });
    expect(await content()).toMatchObject({ customers: 60, invoices: 250, keys: [] });
    await seed(url, 'none', KEYS);
    const first = await content();
    expect(first.id).not.toBe(half.id);
    expect([first.customers, first.invoices, first.keys.length]).toEqual([0, 0, 4]);
    await seed(url, 'none', KEYS);
    expect(await content()).toEqual(first);
  });

  it('keeps a creditor without customers as it is', async () => {
    const empty = await ownDatabase();
    const other = createDatabase(empty, 2);
    try {
      await seed(empty, 'none', KEYS);
      await seed(empty, 'none', KEYS);
      expect(await other.customer.count()).toBe(0);
      const roles = (await other.user.findMany()).map(({ role }) => role).sort();
      expect(roles).toEqual(['admin', 'collector', 'collector', 'collector', 'supervisor']);
      expect(await other.scenario.count()).toBe(3);
      expect((await other.apiKey.findMany()).map(({ role }) => role).sort()).toEqual(Object.keys(KEYS).sort());
    } finally {
      await other.$disconnect();
    }
  });
});
