import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anInvoice, call, owed, unique } from '../client.ts';

const ALERT_AT = '2026-12-01T08:30:00.000Z';

async function newCollector(name: string): Promise<string> {
  const email = `${unique('collector')}@essai.example`;
  return (await call('admin', 'POST', '/users', { name, email, phone: null, role: 'collector' })).body.id;
}

describe('a task', () => {
  it('is made for an invoice, shown, changed with its ETag, and deleted', async () => {
    const { customer, invoice } = await owed();
    const body = { title: 'Rappeler M. Roy', alert_at: ALERT_AT, invoice_id: invoice.id };
    const { status, headers, body: task } = await call('collector', 'POST', '/tasks', body);
    expect([status, headers.get('location')]).toEqual([201, `/v1/tasks/${task.id}`]);
    expect(task).toMatchObject({ ...body, customer_id: customer.id, state: 'open' });
    const path = `/tasks/${task.id}`;
    const etag = (await call('collector', 'GET', path)).headers.get('etag') ?? '';
    expect((await call('collector', 'PATCH', path, { title: 'x' })).status).toBe(428);
    const changed = await call('collector', 'PATCH', path, { title: 'Rappeler Mme Roy' }, { 'If-Match': etag });
    expect([changed.status, changed.body.title, changed.body.alert_at]).toEqual([200, 'Rappeler Mme Roy', ALERT_AT]);
    expect((await call('collector', 'PATCH', path, { title: 'x' }, { 'If-Match': etag })).status).toBe(412);
    const listed = (await call('collector', 'GET', `/tasks?invoice_id=${invoice.id}`)).body.data;
    expect(listed).toMatchObject([{ id: task.id, title: 'Rappeler Mme Roy' }]);
    expect((await call('collector', 'DELETE', path)).status).toBe(204);
    expect((await call('collector', 'GET', path)).status).toBe(404);
    expect((await call('collector', 'DELETE', path)).status).toBe(404);
  });
  it('for nobody by name is the customer’s collector’s, whoever that is by then', async () => {
    const [lea, samia] = await Promise.all(['Léa', 'Samia'].map(newCollector));
    const { customer } = await owed({}, { collector_id: lea });
    const body = { title: 'Rappeler M. Roy', alert_at: ALERT_AT, customer_id: customer.id };
    const { body: task } = await call('collector', 'POST', '/tasks', body);
    expect(task.assignee_id).toBeNull();
    const ofWhom = async (id: string) =>
      (await call('collector', 'GET', `/tasks?assignee_id=${id}`)).body.data.map((one: { id: string }) => one.id);
    expect([await ofWhom(lea!), await ofWhom(samia!)]).toEqual([[task.id], []]);
    await call('supervisor', 'POST', '/customers/assign', { customer_ids: [customer.id], collector_id: samia });
    expect([await ofWhom(lea!), await ofWhom(samia!)]).toEqual([[], [task.id]]);
    expect((await call('admin', 'DELETE', `/users/${lea!}`)).status).toBe(204);
  });
  it('is told in the history when it is made, changed and deleted: on its invoice, or on the customer', async () => {
    const { customer, invoice } = await owed();
    const told = async (path: string) =>
      (await call('collector', 'GET', `${path}/history`)).body.data
        .filter((entry: { kind: string }) => entry.kind === 'task')
        .map((entry: { text: string; data: object }) => [entry.text, entry.data]);
    const body = { title: 'Rappeler M. Roy', alert_at: ALERT_AT };
    const { body: task } = await call('collector', 'POST', '/tasks', { ...body, invoice_id: invoice.id });
    const planned = [
      expect.stringMatching(/^Tâche prévue pour le 1er\sdécembre\s2026\s: Rappeler M\. Roy\.$/),
      { title: 'Rappeler M. Roy', due_on: '2026-12-01' },
    ];
    expect(await told(`/invoices/${invoice.id}`)).toEqual([planned]);
    const path = `/tasks/${task.id}`;
    const change = async (typed: object) => {
      const etag = (await call('collector', 'GET', path)).headers.get('etag') ?? '';
      await call('collector', 'PATCH', path, typed, { 'If-Match': etag });
    };
    await change({ title: 'Rappeler M. Roy' });
    await change({ alert_at: '2026-12-14T08:30:00.000Z' });
    await call('collector', 'DELETE', path);
    expect((await told(`/invoices/${invoice.id}`)).map(([text]: string[]) => text)).toEqual([
      expect.stringMatching(/^Tâche supprimée\s: Rappeler/),
      expect.stringMatching(/^Tâche modifiée, pour le 14\sdécembre\s2026\s: Rappeler/),
      planned[0],
    ]);
    await call('collector', 'POST', '/tasks', { ...body, customer_id: customer.id });
    expect((await told(`/customers/${customer.id}`))[0]).toEqual(planned);
  });
  it.each([
    ['an unknown invoice', { invoice_id: randomUUID() }, '/invoice_id'],
    ['an unknown customer', { customer_id: randomUUID() }, '/customer_id'],
    ['an unknown assignee', { assignee_id: randomUUID() }, '/assignee_id'],
    ['no title', { title: '' }, '/title'],
    ['a day for an instant', { alert_at: '2026-12-01' }, '/alert_at'],
  ])('with %s is 422', async (_, more, pointer) => {
    const { customer } = await owed();
    const about = Object.keys(more).some((name) => name.endsWith('_id')) ? {} : { customer_id: customer.id };
    const answer = await call('collector', 'POST', '/tasks', { title: 'x', alert_at: ALERT_AT, ...about, ...more });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });
  it('moves no case and stops none', async () => {
    const { invoice } = await owed();
    const before = (await call('collector', 'GET', `/invoices/${invoice.id}`)).body.dunning;
    await call('collector', 'POST', '/tasks', { title: 'x', alert_at: ALERT_AT, invoice_id: invoice.id });
    const after = (await call('collector', 'GET', `/invoices/${invoice.id}`)).body.dunning;
    expect([after.status, after.holds]).toEqual([before.status, before.holds]);
  });
  it('may be put off and left out, with its reason in the history, also after the case has ended and about a credit note', async () => {
    const { customer, invoice } = await owed();
    const note = await call('collector', 'POST', '/invoices', {
      ...anInvoice(customer.reference, { kind: 'credit_note' }),
      due_on: undefined,
    });
    expect(note.status).toBe(201);
    await call('collector', 'POST', `/invoices/${invoice.id}/cancel`, { reason: 'Doublon' });
    for (const invoiceId of [invoice.id, note.body.id]) {
      const body = { title: 'Rappeler en mars', alert_at: '2020-01-01T08:30:00.000Z', invoice_id: invoiceId };
      const { body: task } = await call('collector', 'POST', '/tasks', body);
      const decide = (verb: string, said: object) => call('collector', 'POST', `/actions/${task.id}/${verb}`, said);
      const postponed = await decide('postpone', { until_on: '2095-03-01', reason: 'En congé' });
      expect([postponed.status, postponed.body.status, postponed.body.due_on]).toEqual([200, 'planned', '2095-03-01']);
      expect((await decide('skip', { reason: 'Plus lieu d’être' })).status).toBe(200);
      expect((await decide('skip', { reason: 'Encore' })).status).toBe(409);
      const { data } = (await call('collector', 'GET', `/invoices/${invoiceId}/history`)).body;
      const told = data.slice(0, 2).map((entry: { kind: string; text: string }) => [entry.kind, entry.text]);
      expect(told).toEqual([
        ['skipped', expect.stringMatching(/Rappeler en mars.*Plus lieu d’être/)],
        ['postponed', expect.stringMatching(/Rappeler en mars.*1er\smars\s2095.*En congé/)],
      ]);
    }
  });
});
