import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { createTakeRun } from '../../../activities/take-run.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { renderEmail } from '../../../emails/render-email.tsx';
import type { Renderers } from '../../../facts/messages/render-message.ts';
import { renderLetter } from '../../../letters/render-letter.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { HOUR, openSendHours, R1_TODAY } from '../gathering/send-hours.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// Something about a message throws whenever it is made.

const OLD = { issued_on: '2026-09-01', due_on: '2026-09-10' };

const BROKEN: Renderers = {
  renderEmail: () => Promise.reject(new RangeError('Invalid time value')),
  renderLetter: () => Promise.reject(new RangeError('Invalid time value')),
};

let world: World;
let deps: ActivityDeps;
beforeAll(async () => {
  world = await openWorld();
  deps = { db: world.db, dispatcher: null, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
});

it('A message that cannot be drawn is tried thrice; then its case stops, and a person is asked', async () => {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId }, 'reserved');
  const words = { customSubject: 'Rappel', customBodyHtml: '<p>Merci de régler.</p>' };
  const letter = { kind: 'letter', letterKind: 'simple', ...words } as const;
  await world.db.message.update({ where: { id: messageId }, data: { ...letter, handedOverAt: null } });
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const attempt = (count: number) =>
    new MockActivityEnvironment({ attempt: count }).run(createRenderMessage(deps, BROKEN), call);
  await expect(attempt(1)).rejects.toThrow('cannot be drawn');
  await expect(attempt(2)).rejects.toThrow('cannot be drawn');
  expect((await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).status).toBe('reserved');
  // Nobody can be told here.
  await attempt(3).catch(() => undefined);
  expect(await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
    ...{ status: 'failed', failureCode: 'cannot_be_made' },
  });
  const asked = await world.read(invoiceId);
  expect(asked.attentionCode).toBe('cannot_be_made');
  expect(asked.attentionText).toContain('prévenez l’exploitant');
});

/** The database, of which nothing can be made for this customer. */
function breaking(customerId: string): World['db'] {
  const other = <Real extends object>(real: Real, name: string, instead: unknown): Real =>
    new Proxy(real, { get: (of, key) => (key === name ? instead : (of as Record<string | symbol, unknown>)[key]) });
  const findMany = (query: { where: { customerId?: string } }) => {
    if (query.where.customerId === customerId) throw new RangeError('Invalid time value');
    return world.db.runItem.findMany(query);
  };
  return other(world.db, '$transaction', (work: (tx: Transaction) => Promise<unknown>) =>
    world.db.$transaction((tx) => work(other(tx, 'runItem', other(tx.runItem, 'findMany', findMany)))),
  );
}

it('In a run a customer whose reminder cannot be made is refused by name, and holds up none of the others', async () => {
  const [broken, sound] = [
    await world.newInvoice(await world.newCustomer(), OLD),
    await world.newInvoice(await world.newCustomer(), OLD),
  ];
  const { customerId } = await world.db.invoice.findUniqueOrThrow({ where: { id: broken.id } });
  const input = { level: 1, mode: 'email' as const, dryRun: true, invoiceIds: [broken.id, sound.id] };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  const call = { creditorId: world.creditor.id, runId, at: NOW.toISOString() };
  expect(await new MockActivityEnvironment().run(createTakeRun({ ...deps, db: breaking(customerId) }), call)).toEqual({
    done: true,
  });
  expect(await runRefusals(world.db, runId)).toMatchObject([{ invoice_id: broken.id, code: 'cannot_be_made' }]);
});

it('Of several invoices in one mail the one that cannot be drawn waits for a person, and the others leave the same morning', async () => {
  const hours = await openSendHours();
  const { ids, numbers } = await hours.owes(await hours.scenario('level'), R1_TODAY, R1_TODAY, R1_TODAY);
  const [first, broken, third] = ids as [string, string, string];
  const breaksOver = (content: ReminderContent) =>
    content.items.some(({ number }) => number === numbers[1]) ? Promise.reject(new RangeError('Invalid number')) : null;
  const renderers: Renderers = {
    renderEmail: (text, content) => breaksOver(content) ?? renderEmail(text, content),
    renderLetter: (text, content) => breaksOver(content) ?? renderLetter(text, content),
  };
  const [messageId] = await hours.wake(first, HOUR);
  const call = { creditorId: hours.creditor.id, messageId: messageId!, at: HOUR };
  const render = createRenderMessage({ ...deps, db: hours.db }, renderers);
  // Nobody can be told here.
  await new MockActivityEnvironment({ attempt: 3 }).run(render, call).catch(() => undefined);
  expect(await hours.message(messageId!)).toMatchObject({ status: 'cancelled', failureDetail: 'one_cannot_be_made' });
  expect((await hours.read(broken)).attentionCode).toBe('cannot_be_made');
  for (const id of ids) await hours.plan(id, HOUR);
  const [again, ...more] = await hours.sendHour(HOUR);
  expect(more).toEqual([]);
  const mail = await hours.message(again!);
  expect(mail.items.map(({ invoiceId }) => invoiceId).sort()).toEqual([first, third].sort());
  await new MockActivityEnvironment({ attempt: 1 }).run(render, { ...call, messageId: again! });
  expect((await hours.message(again!)).status).toBe('rendered');
  expect(await hours.next(broken)).toBeNull();
});

it('A message whose content cannot be worked out is a person’s, and is not tried for ever', async () => {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId }, 'reserved');
  await world.db.message.update({ where: { id: messageId }, data: { handedOverAt: null } });
  await world.db
    .$executeRaw`INSERT INTO holds (id, "creditorId", "customerId", "invoiceId", kind, reason, "sinceAt", "untilOn", "createdBy")
    VALUES (gen_random_uuid(), ${world.creditor.id}::uuid, ${customer.id}::uuid, ${invoiceId}::uuid, 'promise', '', now(), 'infinity', '{}')`;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const attempt = (count: number) =>
    new MockActivityEnvironment({ attempt: count }).run(createRenderMessage(deps), call);
  await expect(attempt(1)).rejects.toThrow('cannot be drawn');
  // Nobody can be told here.
  await attempt(3).catch(() => undefined);
  expect((await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).status).toBe('failed');
});

it('A day that no calendar can read is refused by the database: it would keep every message to its customer from being drawn', async () => {
  const { id } = await world.newInvoice(await world.newCustomer());
  for (const day of ['infinity', '-infinity', '20000-01-01'])
    await expect(
      world.db
        .$executeRaw`UPDATE invoices SET "dueOn" = ${day}::date WHERE id = ${id}::uuid AND "creditorId" = ${world.creditor.id}::uuid`,
    ).rejects.toThrow('invoices_readable_dates');
});
