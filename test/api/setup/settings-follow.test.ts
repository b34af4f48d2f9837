import { Client, Connection } from '@temporalio/client';
import { expect, inject, it } from 'vitest';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { createDatabase } from '../../../prisma/client.ts';
import { createScheduleKeeper } from '../../../worker/keep-schedules.ts';
import { groupsWorkflowId, reconciliationWorkflowId } from '../../../workflows/ids.ts';
import { aCustomer, anInvoice, call, unique } from '../client.ts';
import { eventually } from '../../eventually.ts';

/** A creditor of its own, so that no other test's plans move. */
async function newCreditor() {
  const { status, body } = await call('operator', 'POST', '/creditors', { name: unique('Créancier') });
  expect(status).toBe(201);
  return { key: body.admin_key as string, slug: body.slug as string };
}

async function changeSettings(admin: { key: string }, body: object) {
  const { headers } = await call(admin, 'GET', '/settings');
  return call(admin, 'PATCH', '/settings', body, { 'If-Match': headers.get('etag') ?? '' });
}

it('settings changed: the open plan of an invoice follows by itself; a change that moves no plan leaves it', async () => {
  const admin = await newCreditor();
  const { body: customer } = await call(admin, 'POST', '/customers', aCustomer());
  const made = await call(admin, 'POST', '/invoices', anInvoice(customer.reference));
  expect(made.status).toBe(201);
  const next = async () => (await call(admin, 'GET', `/invoices/${made.body.id}`)).body.dunning.next;
  const planned = await eventually(next, (step) => step !== null);
  expect(planned.due_at).toMatch(/T0[78]:00:00/);
  const change = (body: object) => changeSettings(admin, body);
  expect((await change({ company: { name: 'Autre nom' } })).status).toBe(200);
  expect(await next()).toEqual(planned);
  const changed = await change({ send_hour: 14 });
  expect([changed.status, changed.body.send_hour]).toEqual([200, 14]);
  const moved = await eventually(next, (step) => step?.due_at !== planned.due_at);
  expect(moved).toEqual({
    ...planned,
    due_at: planned.due_at.replace(/T0[78]/, (hour: string) => `T${Number(hour.slice(1)) + 5}`),
  });
});

it('settings changed while a reconciliation still runs that is past the cases: the plan follows all the same', async () => {
  const admin = await newCreditor();
  const { body: customer } = await call(admin, 'POST', '/customers', aCustomer());
  const { body: made } = await call(admin, 'POST', '/invoices', anInvoice(customer.reference));
  const next = async () => (await call(admin, 'GET', `/invoices/${made.id}`)).body.dunning.next;
  const planned = await eventually(next, (step) => step !== null);
  const connection = await Connection.connect({ address: inject('stack').temporalAddress });
  const [, slug = ''] = made.dunning.workflow_id.split('/');
  // No worker polls this queue, so it runs for as long as the test.
  const running = await new Client({ connection }).workflow.start('reconciliation', {
    workflowId: reconciliationWorkflowId(slug),
    taskQueue: unique('nobody'),
  });
  try {
    await changeSettings(admin, { send_hour: 14 });
    expect((await eventually(next, (step) => step?.due_at !== planned.due_at)).due_at).not.toBe(planned.due_at);
  } finally {
    await running.terminate();
    await connection.close();
  }
});

it('a creditor who moves has his groups calculated in the night of where he is, and all else as operations set it', async () => {
  const admin = await newCreditor();
  const connection = await Connection.connect({ address: inject('stack').temporalAddress });
  const schedule = new Client({ connection }).schedule.getHandle(groupsWorkflowId(admin.slug));
  const nights = async () => (await schedule.describe()).spec;
  try {
    const before = await eventually(nights, ({ timezone }) => timezone === 'Europe/Paris');
    await schedule.pause('Pendant une reprise');
    const moved = await changeSettings(admin, { time_zone: 'indian/reunion' });
    expect([moved.status, moved.body.time_zone]).toEqual([200, 'Indian/Reunion']);
    expect(await nights()).toEqual({ ...before, timezone: 'Indian/Reunion' });
    expect((await schedule.describe()).state).toMatchObject({ paused: true, note: 'Pendant une reprise' });
    expect((await changeSettings(admin, { send_hour: 14 })).status).toBe(200);
    expect((await nights()).timezone).toBe('Indian/Reunion');
  } finally {
    await connection.close();
  }
});

it('of a creditor who was made or has moved while Temporal was away a worker makes the schedules, and then leaves them; of one that was deleted it makes another', async () => {
  const { databaseUrl, temporalAddress } = inject('stack');
  const db = createDatabase(databaseUrl, 2);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const keep = createScheduleKeeper(db, { client, taskQueue: 'relance', demoClock: false });
  const scheduled = (slug: string) => client.schedule.getHandle(groupsWorkflowId(slug)).describe();
  try {
    const [unscheduled, admin] = [await createCreditor(db, { name: unique('Créancier') }), await newCreditor()];
    await keep();
    expect((await scheduled(unscheduled.slug)).spec.timezone).toBe('Europe/Paris');
    await client.schedule.getHandle(reconciliationWorkflowId(unscheduled.slug)).describe();
    await client.schedule.getHandle(groupsWorkflowId(unscheduled.slug)).pause('Pendant une reprise');
    const { id: creditorId } = await db.creditor.findUniqueOrThrow({ where: { slug: admin.slug } });
    await db.settings.update({ where: { creditorId }, data: { timeZone: 'Indian/Reunion' } });
    await keep();
    expect((await scheduled(admin.slug)).spec.timezone).toBe('Indian/Reunion');
    expect((await scheduled(unscheduled.slug)).state.paused).toBe(true);
    const reconciliation = client.schedule.getHandle(reconciliationWorkflowId(unscheduled.slug));
    await reconciliation.delete();
    // Every tenth check reads all of them.
    for (let looks = 2; looks < 10; looks += 1) await keep();
    await expect(reconciliation.describe()).rejects.toThrow();
    await keep();
    await reconciliation.describe();
    expect((await scheduled(unscheduled.slug)).state.paused).toBe(true);
  } finally {
    await connection.close();
    await db.$disconnect();
  }
});

it('a creditor whose zone Temporal does not know keeps none that comes after him from having his schedules', async () => {
  const { databaseUrl, temporalAddress } = inject('stack');
  const db = createDatabase(databaseUrl, 2);
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection });
  const keep = createScheduleKeeper(db, { client, taskQueue: 'relance', demoClock: false });
  const astray = await newCreditor();
  const { id: creditorId } = await db.creditor.findUniqueOrThrow({ where: { slug: astray.slug } });
  const move = (timeZone: string) => db.settings.update({ where: { creditorId }, data: { timeZone } });
  try {
    // Stored as it may have been before such names were refused.
    await move('SystemV/PST8');
    const later = await createCreditor(db, { name: unique('Créancier') });
    await expect(keep()).rejects.toThrow('Temporal refuses the schedules');
    expect((await client.schedule.getHandle(groupsWorkflowId(later.slug)).describe()).spec.timezone).toBe(
      'Europe/Paris',
    );
    await move('Europe/Paris');
    await keep();
  } finally {
    await move('Europe/Paris');
    await connection.close();
    await db.$disconnect();
  }
});

it('the reconciliations of creditors made at one moment do not all come in the same second', async () => {
  const creditors = await Promise.all(Array.from({ length: 6 }, newCreditor));
  const connection = await Connection.connect({ address: inject('stack').temporalAddress });
  const { schedule } = new Client({ connection });
  try {
    const specs = creditors.map(
      async ({ slug }) => (await schedule.getHandle(reconciliationWorkflowId(slug)).describe()).spec,
    );
    const intervals = (await Promise.all(specs)).flatMap((spec) => spec.intervals ?? []);
    expect(intervals.map(({ every }) => every)).toEqual(Array(6).fill(60_000));
    expect(new Set(intervals.map(({ offset }) => offset)).size).toBeGreaterThan(1);
  } finally {
    await connection.close();
  }
});

it('two creditors made by the operator see nothing of each other, and may use the same numbers', async () => {
  const [one, two] = [await newCreditor(), await newCreditor()];
  const customer = aCustomer();
  const ids = [];
  for (const admin of [one, two]) {
    const answer = await call(admin, 'POST', '/customers', customer);
    expect(answer.status).toBe(201);
    ids.push(answer.body.id);
  }
  expect((await call(one, 'GET', `/customers/${ids[1]}`)).status).toBe(404);
  expect((await call(two, 'GET', `/customers/${ids[1]}`)).status).toBe(200);
});
