import pg from 'pg';
import { Registry } from 'prom-client';
import { expect, inject, it } from 'vitest';
import { createGauges } from '../../../metrics/gauges.ts';
import { handOver, NOW, openWorld } from '../holds/case-world.ts';

/** The figures of one creditor as operations see them, by name and label, without its zeros. */
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
