import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '../../prisma/insert-rows.ts';
import { updateRow } from '../../prisma/update-row.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

const AT = new Date('2026-11-23T10:00:00.123Z');
const DAY = new Date('2026-11-23T00:00:00.000Z');

function anAction(customerId: string) {
  const { creditorId } = world;
  const columns = { kind: 'letter', letterKind: 'registered', mode: 'to_confirm', level: 3, currency: 'EUR' } as const;
  return { id: uuidv7(), creditorId, customerId, ...columns, origin: 'step', dueAt: AT, dueOn: DAY };
}

describe('Rows written together', () => {
  it('are read back as Prisma would have written them: days, instants, kinds, objects, defaults', async () => {
    const customer = await world.customer();
    const { id: invoiceId } = await world.invoice(customer.reference);
    const action = anAction(customer.id);
    const entry = {
      id: uuidv7(),
      creditorId: world.creditorId,
      customerId: customer.id,
      invoiceId,
      at: AT,
      kind: 'note',
      actorKind: 'user',
      actorName: 'L\'Hôte "€" \\ ; DROP TABLE',
      data: { text: 'é\n', days: [1, null], nested: { level: 2 } },
    };
    await world.db.$transaction((tx) =>
      insertRows(tx, { actions: [action], action_invoices: [{ actionId: action.id, invoiceId }], history: [entry] }),
    );
    const read = await world.db.action.findUniqueOrThrow({ where: { id: action.id }, include: { invoices: true } });
    expect(read).toMatchObject({ ...action, state: 'open', groupKey: null });
    expect(read.invoices).toEqual([{ actionId: action.id, invoiceId }]);
    expect(await world.db.historyEntry.findUniqueOrThrow({ where: { id: entry.id } })).toMatchObject(entry);
  });

  it('are written all or not at all', async () => {
    const customer = await world.customer();
    const action = anAction(customer.id);
    const orphan = { actionId: action.id, invoiceId: uuidv7() };
    await expect(
      world.db.$transaction((tx) => insertRows(tx, { actions: [action], action_invoices: [orphan] })),
    ).rejects.toThrow();
    expect(await world.db.action.findUnique({ where: { id: action.id } })).toBeNull();
  });

  it('of one table have the same columns', async () => {
    const customer = await world.customer();
    const [one, other] = [anAction(customer.id), { ...anAction(customer.id), title: 'Appeler' }];
    await expect(world.db.$transaction((tx) => insertRows(tx, { actions: [one, other] }))).rejects.toThrow(
      'different columns',
    );
  });
});

describe('A row changed by hand', () => {
  it('is read back as Prisma would have changed it, and the columns not named stay: days, instants, kinds, null', async () => {
    const customer = await world.customer();
    const { id } = await world.invoice(customer.reference);
    // Amounts are computed when they are read.
    const plain = (row: object) => JSON.parse(JSON.stringify(row)) as object;
    const read = async () => plain(await world.db.invoice.findUniqueOrThrow({ where: { id } }));
    const before = await read();
    const changed = { nextLevel: 2, nextTurnOn: DAY, exhaustedAt: AT, caseReference: 'L\'Hôte "€" \\', notaryId: null };
    await world.db.$transaction((tx) => updateRow(tx, 'invoices', id, { ...changed, updatedAt: AT }));
    const after = await read();
    expect(after).toEqual({ ...before, ...plain({ ...changed, updatedAt: AT }) });
    const one = { closedAs: 'paid', updatedAt: AT } as const;
    await world.db.$transaction((tx) => updateRow(tx, 'invoices', id, one));
    expect(await read()).toEqual({ ...after, ...plain(one) });
  });
});
