import { MockActivityEnvironment } from '@temporalio/testing';
import pino from 'pino';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createRenderMessage } from '../../../activities/render-message.ts';
import { createTakeRun } from '../../../activities/take-run.ts';
import { createRun } from '../../../facts/runs/create-run.ts';
import { takeCustomer } from '../../../facts/runs/take-customer.ts';
import { runRefusals } from '../../../facts/runs/run-refusals.ts';
import type { ReminderContent } from '../../../domain/reminder-content.ts';
import { renderEmail } from '../../../emails/render-email.tsx';
import type { Renderers } from '../../../facts/messages/drawing/render-message.ts';
import { renderLetter } from '../../../letters/render-letter.ts';
import type { Transaction } from '../../../prisma/client.ts';
import { HOUR, NOT_YET, openSendHours, R1_TODAY } from '../gathering/send-hours.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';

// Rendering a message throws every time.

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
  // No workflow can be told here.
  await attempt(3).catch(() => undefined);
  expect(await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
    ...{ status: 'failed', failureCode: 'cannot_be_made' },
  });
  const asked = await world.read(invoiceId);
  expect(asked.attentionCode).toBe('cannot_be_made');
  expect(asked.attentionText).toContain('prévenez l’exploitant');
});

it('In a run an invoice that cannot be judged is refused by name, and the customer’s others are taken', async () => {
  const customer = await world.newCustomer();
  const [broken, sound] = [await world.newInvoice(customer, OLD), await world.newInvoice(customer, OLD)];
  await world.db.$executeRaw`UPDATE invoices SET "postponedUntilOn" = 'infinity', "postponedStepKey" = 'r1'
    WHERE id = ${broken.id}::uuid AND "creditorId" = ${world.creditor.id}::uuid`;
  const input = { level: 1, mode: 'email' as const, dryRun: true, invoiceIds: [broken.id, sound.id] };
  const runId = await createRun(world.db, world.on(NOW), input, null);
  const call = { creditorId: world.creditor.id, runId, at: NOW.toISOString() };
  expect(await new MockActivityEnvironment().run(createTakeRun(deps), call)).toEqual({ done: true });
  expect(await runRefusals(world.db, runId)).toMatchObject([{ invoice_id: broken.id, code: 'cannot_be_made' }]);
  const taken = await world.db.runItem.findMany({ where: { runId, state: 'taken' } });
  expect(taken.map(({ invoiceId }) => invoiceId)).toEqual([sound.id]);
});

it('In a run an invoice of which no draft can be made is refused by name, and those that were to leave with it leave together', async () => {
  const hours = await openSendHours();
  const { ids } = await hours.owes(await hours.scenario('level'), R1_TODAY, R1_TODAY, R1_TODAY);
  const [first, broken, third] = ids as [string, string, string];
  await hours.db.$executeRaw`UPDATE invoices SET "nextTurnOn" = 'infinity'
    WHERE id = ${broken}::uuid AND "creditorId" = ${hours.creditor.id}::uuid`;
  const input = { level: 1, mode: 'email' as const, dryRun: false, invoiceIds: ids };
  const runId = await createRun(hours.db, hours.on(HOUR), input, null);
  const run = await hours.db.run.findUniqueOrThrow({ where: { id: runId } });
  const { customerId } = await hours.db.invoice.findUniqueOrThrow({ where: { id: first } });
  const { startMessageIds, faults } = await hours.underLock(customerId, (tx) =>
    takeCustomer(tx, hours.on(HOUR), run, customerId),
  );
  expect(faults).toHaveLength(1);
  const [mail, ...more] = await Promise.all(startMessageIds.map((id) => hours.message(id)));
  expect(more).toEqual([]);
  expect(mail!.items.map(({ invoiceId }) => invoiceId).sort()).toEqual([first, third].sort());
  expect(await runRefusals(hours.db, runId)).toMatchObject([{ invoice_id: broken, code: 'cannot_be_made' }]);
});

/** A database in which nothing can be made for this customer. */
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

it.each([
  ['level', 'of the mail’s own', R1_TODAY],
  ['account', 'of the mail’s own', R1_TODAY],
  ['account', 'listed for information', NOT_YET],
] as const)(
  'Unit %s: of several invoices the one that cannot be drawn, %s, waits for a person; the others leave',
  async (unit, _, age) => {
    const hours = await openSendHours();
    const { ids, numbers } = await hours.owes(await hours.scenario(unit), R1_TODAY, age, R1_TODAY);
    const [first, broken, third] = ids as [string, string, string];
    const isIt = ({ number }: { number: string }) => number === numbers[1];
    const breaksOver = ({ items, informationItems, accountItems }: ReminderContent) =>
      items.some(isIt) || informationItems.some(isIt) || (unit === 'account' && accountItems.some(isIt))
        ? Promise.reject(new RangeError('Invalid number'))
        : null;
    const renderers: Renderers = {
      renderEmail: (text, content) => breaksOver(content) ?? renderEmail(text, content),
      renderLetter: (text, content) => breaksOver(content) ?? renderLetter(text, content),
    };
    const [messageId] = await hours.wake(first, HOUR);
    const call = { creditorId: hours.creditor.id, messageId: messageId!, at: HOUR };
    const render = createRenderMessage({ ...deps, db: hours.db }, renderers);
    // No workflow can be told here.
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
  },
);

/** A message about an invoice whose hold no code can read. */
async function unreadableContent(status: 'reserved' | 'ambiguous') {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const messageId = await handOver(world, { customerId: customer.id, invoiceId }, status);
  await world.db
    .$executeRaw`INSERT INTO holds (id, "creditorId", "customerId", "invoiceId", kind, reason, "sinceAt", "untilOn", "createdBy")
    VALUES (gen_random_uuid(), ${world.creditor.id}::uuid, ${customer.id}::uuid, ${invoiceId}::uuid, 'promise', '', now(), 'infinity', '{}')`;
  const call = { creditorId: world.creditor.id, messageId, at: NOW.toISOString() };
  const attempt = (count: number) =>
    new MockActivityEnvironment({ attempt: count }).run(createRenderMessage(deps), call);
  const statusNow = async () => (await world.db.message.findUniqueOrThrow({ where: { id: messageId } })).status;
  return { attempt, statusNow };
}

it('A message whose content cannot be worked out is a person’s, and is not tried for ever', async () => {
  const { attempt, statusNow } = await unreadableContent('reserved');
  await expect(attempt(1)).rejects.toThrow('cannot be drawn');
  // No workflow can be told here.
  await attempt(3).catch(() => undefined);
  expect(await statusNow()).toBe('failed');
});

it('One that may have left already stays uncertain, whether its content can still be worked out or not', async () => {
  const { attempt, statusNow } = await unreadableContent('ambiguous');
  expect(await attempt(3)).toMatchObject({ kind: 'ambiguous' });
  expect(await statusNow()).toBe('ambiguous');
});

it('A day that no calendar can read is refused by the database: it would keep every message to its customer from being drawn', async () => {
  const { id } = await world.newInvoice(await world.newCustomer());
  for (const day of ['infinity', '-infinity', '20000-01-01'])
    await expect(
      world.db
        .$executeRaw`UPDATE invoices SET "dueOn" = ${day}::date WHERE id = ${id}::uuid AND "creditorId" = ${world.creditor.id}::uuid`,
    ).rejects.toThrow('invoices_readable_dates');
});
