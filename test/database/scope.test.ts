import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createCreditor } from '../../facts/creditors/create-creditor.ts';
import { createKey } from '../../facts/creditors/create-key.ts';
import { createDatabase, type Database } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { forCreditor } from '../../prisma/scope.ts';
import { everythingOf, snapshotOf } from './api/everything-of-a-creditor.ts';

let db: Database;
let ours: Database;
let ourId: string;
let theirId: string;
let theirIds: Record<string, string>;

beforeAll(async () => {
  db = createDatabase(inject('databaseUrl'), 3);
  ourId = (await createCreditor(db, { name: 'Nous' })).id;
  theirId = (await createCreditor(db, { name: 'Eux' })).id;
  await createKey(db, { creditorId: theirId, name: 'admin', role: 'admin' });
  theirIds = await everythingOf(db, theirId);
  ours = forCreditor(db, ourId);
});
afterAll(() => db.$disconnect());

type Model = Record<'findMany' | 'count' | 'updateMany' | 'deleteMany', (args?: object) => Promise<unknown>>;
const OF_NOBODY = ['DemoClock', 'IdempotentRequest'];
const models = Object.keys(Prisma.ModelName).filter((name) => !OF_NOBODY.includes(name));
const modelOf = (of: Database, name: string) =>
  (of as unknown as Record<string, Model>)[name[0]!.toLowerCase() + name.slice(1)]!;

describe('a database that is one creditor’s', () => {
  it.each(models)('holds no %s of another', async (name) => {
    const rows = JSON.stringify(await modelOf(ours, name).findMany(), (_key, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    );
    expect(rows).not.toContain(theirId);
    for (const id of Object.values(theirIds)) expect(id.length > 10 && rows.includes(id)).toBe(false);
  });
  it('changes and deletes nothing of another, by id or in bulk', async () => {
    const before = await snapshotOf(db, theirId);
    const id = theirIds['customers'] ?? '';
    await expect(ours.customer.update({ where: { id }, data: { name: 'x' } })).rejects.toMatchObject({ code: 'P2025' });
    await expect(ours.customer.delete({ where: { id } })).rejects.toMatchObject({ code: 'P2025' });
    expect(
      (await ours.customer.updateMany({ where: { OR: [{ id }, { creditorId: theirId }] }, data: { name: 'x' } })).count,
    ).toBe(0);
    expect((await ours.contact.deleteMany({ where: { customer: { id } } })).count).toBe(0);
    await ours.$transaction(async (tx) => {
      expect(
        await tx.customer.findUnique({ where: { creditorId_reference: { creditorId: theirId, reference: 'C-1' } } }),
      ).toBeNull();
      expect((await tx.hold.deleteMany({})).count).toBe(0);
    });
    expect(await snapshotOf(db, theirId)).toBe(before);
  });
  it('makes what it creates its own, whatever the caller says', async () => {
    const row = {
      id: crypto.randomUUID(),
      creditorId: theirId,
      name: 'Glissé',
      email: 'g@example.org',
      role: 'admin' as const,
    };
    expect((await ours.user.create({ data: row })).creditorId).toBe(ourId);
    await ours.user.createMany({ data: [{ ...row, id: crypto.randomUUID(), email: 'h@example.org' }] });
    expect(await db.user.count({ where: { creditorId: theirId, name: 'Glissé' } })).toBe(0);
  });
  it('finds what is its own', async () => {
    const theirs = forCreditor(db, theirId);
    expect(await theirs.customer.findUnique({ where: { id: theirIds['customers'] ?? '' } })).toMatchObject({
      reference: 'C-1',
    });
    expect(await theirs.contact.count()).toBe(1);
    expect(await theirs.creditor.findMany()).toHaveLength(1);
  });
});
