import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { Prisma } from '../../../prisma/generated/client.ts';
import { handOver, NOW, openWorld, type World } from '../holds/case-world.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { sharedApi } from './running-api.ts';

// The requests of the page *Anomalies*: what a person has dealt with is no longer in the answers.

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let key: string;
beforeAll(async () => {
  api = await sharedApi();
  world = await openWorld();
  key = (await createKey(world.db, { creditorId: world.creditor.id, name: 'Léa', role: 'supervisor' })).key;
});

const idsOf = async (path: string): Promise<string[]> => {
  const { status, body } = await api.ask('GET', path, { key });
  expect([path, status]).toEqual([path, 200]);
  return body.data.map(({ id }: { id: string }) => id);
};
const post = async (path: string) => {
  const { status, body } = await api.ask('POST', path, { key });
  return [status, body.code];
};

it('lists an import with refused rows until a person says that they were seen to', async () => {
  const stored = async (refused: Prisma.InputJsonValue, status: 'running' | 'done' = 'done') => {
    const id = randomUUID();
    const columns = { kind: 'customers', content: new Uint8Array(), actor: { kind: 'user', name: 'Léa' } } as const;
    const data = {
      id,
      creditorId: world.creditor.id,
      createdAt: NOW,
      total: 2,
      accepted: 1,
      ...columns,
      refused,
      status,
    };
    await world.db.import.create({ data });
    return id;
  };
  const refused = await stored([{ line: 2, code: 'invalid', detail: 'name: is required' }]);
  const fine = await stored([]);
  const running = await stored([{ line: 2, code: 'invalid', detail: 'name: is required' }], 'running');
  expect((await idsOf('/v1/imports?open_refusals=true')).sort()).toEqual([refused, running].sort());
  expect(await idsOf('/v1/imports?open_refusals=false')).toEqual([fine]);
  expect(await post(`/v1/imports/${running}/dismiss`)).toEqual([409, 'still_running']);
  for (let times = 0; times < 2; times += 1) expect((await post(`/v1/imports/${refused}/dismiss`))[0]).toBe(200);
  expect(await idsOf('/v1/imports?open_refusals=true')).toEqual([running]);
});

it('lists a mail that came back in passing until a person says that it was seen to', async () => {
  const { customer, id: invoiceId } = await world.plannedCase();
  const id = await handOver(world, { customerId: customer.id, invoiceId }, 'bounced');
  await world.db.message.update({ where: { id }, data: { failureCode: 'bounced' } });
  expect(await idsOf('/v1/messages?open_return=true')).toEqual([id]);
  expect((await post(`/v1/messages/${id}/dismiss`))[0]).toBe(200);
  expect(await idsOf('/v1/messages?open_return=true')).toEqual([]);
  expect(await idsOf('/v1/messages?open_return=false')).toEqual([id]);
});

it('lists what is asked of cases apart from what is asked of a message alone', async () => {
  const { customer } = await world.plannedCase();
  const asked = async (origin: string) => {
    const id = randomUUID();
    const columns = { kind: 'task', mode: 'manual', dueAt: NOW, dueOn: NOW, attentionCode: 'hard_bounce' } as const;
    await world.db.action.create({
      data: { id, creditorId: world.creditor.id, customerId: customer.id, origin, ...columns },
    });
    return id;
  };
  const [case_, message] = [await asked('attention'), await asked('message')];
  expect(await idsOf('/v1/actions?status=needs_attention&about_message=false')).toEqual([case_]);
  expect(await idsOf('/v1/actions?status=needs_attention&about_message=true')).toEqual([message]);
});
