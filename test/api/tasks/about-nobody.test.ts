import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { aCustomer, call, unique } from '../client.ts';

// A supervisor's task such as « Appeler l'assureur » is about no customer.

/** Its instant has passed, so it is to be done. */
const PASSED_AT = '2020-06-01T08:30:00.000Z';
const TO_COME_AT = '2095-06-01T08:30:00.000Z';

async function callTheInsurer(more: Record<string, unknown> = {}) {
  const body = { title: unique('Appeler l’assureur'), alert_at: PASSED_AT, ...more };
  const { status, headers, body: task } = await call('supervisor', 'POST', '/tasks', body);
  expect([status, headers.get('location')]).toEqual([201, `/v1/tasks/${task.id}`]);
  return task;
}

const collector = async (): Promise<string> => {
  const body = { name: 'Odile Martin', email: `${unique('odile')}@example.org`, phone: null, role: 'collector' };
  return (await call('admin', 'POST', '/users', body)).body.id;
};

const etagOf = async (path: string) => (await call('collector', 'GET', path)).headers.get('etag') ?? '';
const decide = (id: string, verb: string, body: object = {}) =>
  call('collector', 'POST', `/actions/${id}/${verb}`, body);

/** The ids of all actions that match the query, read page by page. */
async function idsOf(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor = ''; ;) {
    const { body } = await call('collector', 'GET', `${query}&limit=200${cursor && `&cursor=${cursor}`}`);
    ids.push(...body.data.map(({ id }: { id: string }) => id));
    if (!body.next_cursor) return ids;
    cursor = body.next_cursor;
  }
}

describe('a task about nobody', () => {
  it('is made, shown and listed among the tasks with neither customer nor invoice', async () => {
    const task = await callTheInsurer({ customer_id: null });
    expect(task).toMatchObject({ customer_id: null, invoice_id: null, assignee_id: null, state: 'open' });
    expect((await call('collector', 'GET', `/tasks/${task.id}`)).body).toEqual(task);
    const found = await call('collector', 'GET', `/tasks?q=${encodeURIComponent(task.title)}&count=true`);
    expect(found.body).toMatchObject({ total: 1, data: [task] });
  });

  it('is in the agenda, to do from its instant on, and in its CSV', async () => {
    const [now, later] = [await callTheInsurer(), await callTheInsurer({ alert_at: TO_COME_AT })];
    const shown = (await call('collector', 'GET', `/actions/${now.id}`)).body;
    const about = { customer_id: null, customer: null, invoices: [], amount_cents: 0, currency: null, draft: null };
    expect(shown).toMatchObject({ ...about, kind: 'task', status: 'to_do', text: now.title });
    expect(await idsOf('/actions?status=to_do&due_on=2020-06-01')).toContain(now.id);
    expect(await idsOf('/actions?status=planned&due_on=2095-06-01')).toContain(later.id);
    const csv = await call('collector', 'GET', '/actions?due_on=2020-06-01', undefined, { Accept: 'text/csv' });
    expect(csv.text).toContain(now.title);
  });

  it('is its assignee’s, and no customer’s', async () => {
    const [hers, another] = [await collector(), await collector()];
    const customer = (await call('collector', 'POST', '/customers', aCustomer({ collector_id: another }))).body;
    const [given, free] = [await callTheInsurer({ assignee_id: hers }), await callTheInsurer()];
    expect(await idsOf(`/actions?collector_id=${hers}`)).toEqual([given.id]);
    expect(await idsOf(`/actions?collector_id=${another}`)).toEqual([]);
    expect(await idsOf(`/actions?customer_id=${customer.id}`)).toEqual([]);
    expect(await idsOf(`/tasks?assignee_id=${hers}`)).toEqual([given.id]);
    expect(await idsOf(`/tasks?customer_id=${customer.id}`)).toEqual([]);
    const path = `/tasks/${free.id}`;
    const taken = await call('collector', 'PATCH', path, { assignee_id: hers }, { 'If-Match': await etagOf(path) });
    expect([taken.status, taken.body.assignee_id]).toEqual([200, hers]);
    expect((await idsOf(`/actions?collector_id=${hers}`)).sort()).toEqual([given.id, free.id].sort());
  });

  it('is changed with its ETag and deleted, once', async () => {
    const { id } = await callTheInsurer();
    const path = `/tasks/${id}`;
    const etag = await etagOf(path);
    const change = { title: 'Écrire à l’assureur', alert_at: TO_COME_AT };
    const changed = await call('collector', 'PATCH', path, change, { 'If-Match': etag });
    expect([changed.status, changed.body]).toMatchObject([200, { ...change, customer_id: null }]);
    expect((await call('collector', 'PATCH', path, { title: 'x' }, { 'If-Match': etag })).status).toBe(412);
    expect((await call('collector', 'DELETE', path)).status).toBe(204);
    expect((await call('collector', 'DELETE', path)).status).toBe(404);
  });

  it('is completed once, with what came of it', async () => {
    const { id } = await callTheInsurer();
    expect((await decide(id, 'complete', { outcome: 'reached' })).status).toBe(422);
    const done = await decide(id, 'complete', { comment: 'Il prend en charge' });
    expect([done.status, done.body]).toMatchObject([200, { status: 'done', comment: 'Il prend en charge' }]);
    expect(done.body.settled_at).not.toBeNull();
    const again = await decide(id, 'complete');
    expect([again.status, again.body.code]).toEqual([409, 'already_done']);
    const path = `/tasks/${id}`;
    const late = await call('collector', 'PATCH', path, { title: 'x' }, { 'If-Match': await etagOf(path) });
    expect([late.status, late.body.code]).toEqual([409, 'task_over']);
  });

  it('is put off, left out, and never sent', async () => {
    const { id } = await callTheInsurer();
    const sent = await decide(id, 'confirm');
    expect([sent.status, sent.body.code]).toEqual([409, 'nothing_to_send']);
    // The day is a Sunday, so the task falls on the working day after it.
    const later = await decide(id, 'postpone', { until_on: '2095-06-05', reason: 'Absent' });
    expect([later.status, later.body]).toMatchObject([
      200,
      { status: 'planned', due_on: '2095-06-06', comment: 'Absent' },
    ]);
    const past = await decide(id, 'postpone', { until_on: '2020-01-01', reason: 'Absent' });
    expect(past.status).toBe(422);
    const skipped = await decide(id, 'skip', { reason: 'Sans objet' });
    expect([skipped.status, skipped.body]).toMatchObject([200, { status: 'skipped', comment: 'Sans objet' }]);
    for (const [verb, body] of [
      ['skip', { reason: 'Sans objet' }],
      ['complete', {}],
      ['confirm', {}],
    ] as const) {
      const refused = await decide(id, verb, body);
      expect([refused.status, refused.body.code]).toEqual([409, 'withdrawn']);
    }
  });

  it('is decided about together with others', async () => {
    const [one, two] = [await callTheInsurer(), await callTheInsurer()];
    const many = (verb: string, body: object) => call('collector', 'POST', `/actions/${verb}`, body);
    const until = { until_on: '2095-06-06', reason: 'Absent' };
    expect((await many('postpone', { ids: [one.id, two.id], ...until })).body).toEqual({ postponed: 2, refused: [] });
    expect((await many('skip', { ids: [one.id], reason: 'Sans objet' })).body).toEqual({ skipped: 1, refused: [] });
    const completed = (await many('complete', { ids: [one.id, two.id] })).body;
    expect(completed).toMatchObject({ completed: 1, refused: [{ id: one.id, code: 'withdrawn' }] });
    const confirmed = (await many('confirm', { ids: [two.id] })).body;
    expect(confirmed).toMatchObject({ confirmed: 0, refused: [{ id: two.id, code: 'already_done' }] });
    const letters = await call('collector', 'POST', '/actions/letters.pdf', { ids: [two.id] });
    expect([letters.status, letters.body.code]).toEqual([409, 'no_letter']);
  });

  it('does not exist for another creditor, nor for who only posts payments', async () => {
    const { id } = await callTheInsurer();
    const { admin_key: key } = (await call('operator', 'POST', '/creditors', { name: unique('Autre') })).body;
    for (const [method, path, body] of [
      ['GET', '/tasks', undefined],
      ['PATCH', '/tasks', { title: 'x' }],
      ['DELETE', '/tasks', undefined],
      ['GET', '/actions', undefined],
    ] as const) {
      const theirs = await call({ key }, method, `${path}/${id}`, body, { 'If-Match': '*' });
      const unknown = await call({ key }, method, `${path}/${randomUUID()}`, body, { 'If-Match': '*' });
      expect([theirs.status, theirs.body.code]).toEqual([404, unknown.body.code]);
      expect((await call('payments', method, `${path}/${id}`, body, { 'If-Match': '*' })).status).toBe(403);
    }
    for (const verb of ['complete', 'confirm']) {
      expect((await call({ key }, 'POST', `/actions/${id}/${verb}`, {})).status).toBe(404);
    }
    expect((await call({ key }, 'GET', '/tasks')).body.data).toEqual([]);
    expect((await call('collector', 'GET', `/tasks/${id}`)).body.state).toBe('open');
    const posted = await call('payments', 'POST', '/tasks', { title: 'x', alert_at: PASSED_AT });
    expect(posted.status).toBe(403);
  });
});
