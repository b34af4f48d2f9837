import { readFileSync } from 'node:fs';
import pg from 'pg';
import { Registry } from 'prom-client';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRaiseLimitationAlarms } from '../../../activities/raise-limitation-alarms.ts';
import { createGauges } from '../../../metrics/gauges.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

/** The figures of one creditor in the metrics, by name and label, without zeros. */
async function figuresOf(registry: Registry, slug: string) {
  const metrics = await registry.getMetricsAsJSON();
  return Object.fromEntries(
    metrics.flatMap(({ name, values }) =>
      values
        .filter(({ labels, value }) => labels['creditor'] === slug && value !== 0)
        .map(({ labels, value }) => [[name, labels['status']].filter(Boolean).join(' '), value]),
    ),
  );
}

const alerts = parse(readFileSync(new URL('../../../ops/prometheus/alerts.yml', import.meta.url), 'utf8')) as {
  groups: { rules: { alert: string; expr: string }[] }[];
};

const UPGRADE = 'prisma/migrations/20261130018000_reconciled_since_the_upgrade/migration.sql';

/** Whether the alert rule, which compares one figure of a creditor with a number, would fire now. */
async function fires(alert: string, world: World): Promise<boolean> {
  const { expr } = alerts.groups.flatMap(({ rules }) => rules).find((rule) => rule.alert === alert)!;
  const [, figure, most] = /^max by \(creditor\) \((\w+)\) > (\d+)$/.exec(expr.trim())!;
  const registry = new Registry();
  await createGauges(registry, world.db, () => Promise.resolve(NOW)).refresh();
  return ((await figuresOf(registry, world.creditor.slug))[figure!] ?? 0) > Number(most);
}

const ago = (ms: number, from = NOW.getTime()) => new Date(from - ms);
const MINUTE = 60_000;

describe('A message that could leave and does not', () => {
  const stuck = async (data: object) => {
    const world = await openWorld();
    const { customer, id: invoiceId } = await world.plannedCase();
    const id = await handOver(world, { customerId: customer.id, invoiceId }, 'rendered');
    await world.db.message.update({
      where: { id },
      data: { reservedAt: ago(90 * MINUTE), handedOverAt: null, ...data },
    });
    return world;
  };
  it.each([
    ['confirmed, and never rendered', { status: 'reserved' }],
    ['rendered', {}],
    ['whose next try has not come either', { status: 'sending', nextTryAt: ago(61 * MINUTE) }],
  ])('wakes somebody after an hour: %s', async (_what, data) => {
    expect(await fires('RelanceMessagesWaiting', await stuck(data))).toBe(true);
  });
  it.each([
    ['it is young', { reservedAt: ago(30 * MINUTE) }],
    ['it waits for the line, of which another alert tells', { waitsForLine: true }],
    ['it is tried again later', { status: 'sending', nextTryAt: ago(-30 * MINUTE) }],
    ['a person posts it', { kind: 'letter', letterKind: 'registered' }],
    ['nobody knows whether it left, of which another alert tells', { status: 'ambiguous' }],
    ['it has left', { status: 'sent' }],
  ])('wakes nobody while %s', async (_why, data) => {
    expect(await fires('RelanceMessagesWaiting', await stuck(data))).toBe(false);
  });
});

describe('A reconciliation that does not come to its end', () => {
  const reconciledAgo = async (ms: number) => {
    const world = await openWorld();
    await world.setSettings({ reconciledAt: ago(ms, Date.now()) });
    return world;
  };
  it('wakes somebody after ten minutes, and nobody before', async () => {
    expect(await fires('RelanceReconciliationLate', await reconciledAgo(11 * MINUTE))).toBe(true);
    expect(await fires('RelanceReconciliationLate', await reconciledAgo(2 * MINUTE))).toBe(false);
  });
  it('wakes somebody too when there has never been one', async () => {
    const world = await openWorld();
    const made = (createdAt: Date) =>
      world.db.creditor.update({ where: { id: world.creditor.id }, data: { createdAt } });
    expect(await fires('RelanceReconciliationLate', world)).toBe(false);
    await made(ago(11 * MINUTE, Date.now()));
    expect(await fires('RelanceReconciliationLate', world)).toBe(true);
  });
  it('is counted from the upgrade where the release before noted none', async () => {
    const world = await openWorld();
    const createdAt = ago(90 * 24 * 60 * MINUTE, Date.now());
    await world.db.creditor.update({ where: { id: world.creditor.id }, data: { createdAt } });
    expect(await fires('RelanceReconciliationLate', world)).toBe(true);
    await world.db.$executeRawUnsafe(readFileSync(UPGRADE, 'utf8'));
    expect(await fires('RelanceReconciliationLate', world)).toBe(false);
  });
  it('is over with its last step', async () => {
    const world = await reconciledAgo(11 * MINUTE);
    const raise = createRaiseLimitationAlarms({ db: world.db } as ActivityDeps);
    await raise({ creditorId: world.creditor.id, at: NOW.toISOString() });
    expect(await fires('RelanceReconciliationLate', world)).toBe(false);
  });
});

it('an automatic step that is two hours late wakes somebody', async () => {
  const world = await openWorld();
  const { id: invoiceId } = await world.plannedCase();
  await world.db.openStep.update({ where: { invoiceId }, data: { dueAt: ago(120 * MINUTE) } });
  expect(await fires('RelanceStepsOverdue', world)).toBe(true);
});

it('each creditor has the messages of its last day and the age of its oldest step, and no other’s', async () => {
  const [ours, theirs] = [await openWorld(), await openWorld()];
  const first = await ours.plannedCase();
  await ours.db.openStep.update({
    where: { invoiceId: first.id },
    data: { dueAt: new Date(NOW.getTime() - 7_200_000) },
  });
  await ours.plannedCase();
  const { customer, id } = await theirs.plannedCase();
  await handOver(theirs, { customerId: customer.id, invoiceId: id });
  const old = await handOver(theirs, { customerId: customer.id, invoiceId: id }, 'delivered');
  const twoDaysAgo = new Date(NOW.getTime() - 172_800_000);
  await theirs.db.message.update({ where: { id: old }, data: { reservedAt: twoDaysAgo } });
  const registry = new Registry();
  await createGauges(registry, ours.db, () => Promise.resolve(NOW)).refresh();
  expect(await figuresOf(registry, ours.creditor.slug)).toMatchObject({ relance_oldest_overdue_step_seconds: 7_200 });
  const figures = await figuresOf(registry, theirs.creditor.slug);
  expect(figures).toMatchObject({ 'relance_messages_last_day sending': 1, 'relance_open_messages sending': 1 });
  expect(figures).not.toHaveProperty('relance_messages_last_day delivered');
});

it('what Postgres cannot answer in time, it does not go on with either', async () => {
  const { db } = await openWorld();
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE sending_lines IN ACCESS EXCLUSIVE MODE');
    const registry = new Registry();
    await createGauges(registry, db, () => Promise.resolve(NOW)).refresh();
    expect(await registry.metrics()).toContain('relance_figures_readable 0');
    const waiting = async () => {
      const sql = `SELECT count(*)::int AS n FROM pg_locks WHERE relation = 'sending_lines'::regclass AND NOT granted`;
      return (await client.query<{ n: number }>(sql)).rows[0]!.n;
    };
    await expect.poll(waiting, { timeout: 3_000 }).toBe(0);
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
});
