import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../domain/calendar/local-date.ts';
import { createKey } from '../../../facts/creditors/create-key.ts';
import { createWorld, type World } from '../world.ts';
import { sharedApi } from './running-api.ts';

// A program's request that records a call and plans the next one.

let api: Awaited<ReturnType<typeof sharedApi>>;
let world: World;
let key: string;
beforeAll(async () => {
  api = await sharedApi();
  world = await createWorld();
  key = (await createKey(world.all, { creditorId: world.creditorId, name: 'Essai', role: 'collector' })).key;
});

const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' });
const post = (path: string, body: object, once: string = randomUUID()) =>
  api.ask('POST', `/v1${path}`, { key, body, headers: { 'Idempotency-Key': once } });
const callsToDo = (customerId: string) =>
  world.db.action.findMany({ where: { customerId, kind: 'call', state: 'open' }, orderBy: { dueOn: 'asc' } });

it('a request that is sent twice leaves one call to do, of a call that was made and of one that the agenda had', async () => {
  const { id, reference } = await world.customer();
  const invoice = await world.invoice(reference);
  const made = { invoice_ids: [invoice.id], outcome: 'no_answer', call_again_on: addDays(today, 1) };
  const [first, again] = [
    await post(`/customers/${id}/calls`, made, 'made'),
    await post(`/customers/${id}/calls`, made, 'made'),
  ];
  expect([first.status, first.body.call_again_on, again.headers.get('idempotency-replayed'), again.text]).toEqual([
    ...[201, made.call_again_on, 'true', first.text],
  ]);
  const [toDo, ...more] = await callsToDo(id);
  expect([toDo?.dueOn, more]).toEqual([new Date(made.call_again_on), []]);
  const done = { outcome: 'voicemail', call_again_on: addDays(today, 2) };
  for (const replayed of [null, 'true']) {
    const { status, headers } = await post(`/actions/${toDo!.id}/complete`, done, 'done');
    expect([status, headers.get('idempotency-replayed')]).toEqual([200, replayed]);
  }
  expect((await callsToDo(id)).map(({ dueOn }) => dueOn)).toEqual([new Date(done.call_again_on)]);
});

it('a day that is past, or further off than anybody looks, is refused where it stands, and nothing is recorded', async () => {
  const { id } = await world.customer();
  for (const [on, code] of [
    [addDays(today, -1), 'day_is_past'],
    [addDays(today, 3 * 366 + 1), 'day_too_far'],
    ['2026-02-30', 'invalid'],
  ] as const) {
    const { status, body } = await post(`/customers/${id}/calls`, { outcome: 'no_answer', call_again_on: on });
    expect([on, status, body.code, body.errors[0].pointer]).toEqual([on, 422, code, '/call_again_on']);
  }
  expect(await world.db.historyEntry.count({ where: { customerId: id, kind: 'call' } })).toBe(0);
  expect(
    (await post(`/customers/${id}/calls`, { outcome: 'no_answer', call_again_on: addDays(today, 3 * 366) })).status,
  ).toBe(201);
});
