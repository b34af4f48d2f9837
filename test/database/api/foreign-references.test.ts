import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { everythingOf, snapshotOf } from './everything-of-a-creditor.ts';
import { sharedApi } from './running-api.ts';
import { SAMPLE_BODIES } from './sample-bodies.ts';

let api: Awaited<ReturnType<typeof sharedApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
let own: Record<string, string>;
let theirs: Record<string, string>;
let theirCreditorId: string;
beforeAll(async () => {
  api = await sharedApi();
  ours = await api.newCreditor();
  own = await everythingOf(api.db, ours.id);
  // Without holds, so that reminders are possible.
  await api.db.hold.deleteMany({ where: { creditorId: ours.id } });
  theirCreditorId = (await api.newCreditor('Eux')).id;
  theirs = await everythingOf(api.db, theirCreditorId);
});

const sample = (route: string) => SAMPLE_BODIES[route] as Record<string, unknown>;
const customer = { ...sample('POST /v1/customers'), reference: 'C-étranger' };
const invoice = { ...sample('POST /v1/invoices'), number: 'F-étranger', customer_reference: 'C-1' };
const caseFile = { reference: 'D', mission: 'm', report_status: 's', invoice_status: 's' };
const contact = { name: 'Paul', email: 'paul@example.org', recovery: true };
const MAIL = { kind: 'email', mode: 'manual', title: 'Relance' };

/** What is referenced; where its id is in the body; the request; the body with that id. */
const CASES: [string, string, string, (id: string) => object][] = [
  ['users', '/collector_id', 'POST /v1/customers', (id) => ({ ...customer, collector_id: id })],
  ['scenarios', '/scenario_id', 'POST /v1/customers', (id) => ({ ...customer, scenario_id: id })],
  ['users', '/collector_id', 'PATCH /v1/customers/{customers}', (id) => ({ collector_id: id })],
  ['scenarios', '/scenario_id', 'PATCH /v1/customers/{customers}', (id) => ({ scenario_id: id })],
  ['contacts', '/contacts/0/id', 'PATCH /v1/customers/{customers}', (id) => ({ contacts: [{ ...contact, id }] })],
  ['customers', '/customer_ids/0', 'POST /v1/customers/assign', (id) => ({ customer_ids: [id], collector_id: null })],
  [
    'users',
    '/collector_id',
    'POST /v1/customers/assign',
    (id) => ({ customer_ids: [own['customers']], collector_id: id }),
  ],
  ['scenarios', '/scenario_id', 'POST /v1/invoices', (id) => ({ ...invoice, scenario_id: id })],
  [
    'third-parties',
    '/case_file/referrer_id',
    'POST /v1/invoices',
    (id) => ({ ...invoice, case_file: { ...caseFile, referrer_id: id } }),
  ],
  [
    'third-parties',
    '/case_file/notary_id',
    'POST /v1/invoices',
    (id) => ({ ...invoice, case_file: { ...caseFile, notary_id: id } }),
  ],
  ['scenarios', '/scenario_id', 'PATCH /v1/invoices/{invoices}', (id) => ({ scenario_id: id })],
  [
    'third-parties',
    '/case_file/referrer_id',
    'PATCH /v1/invoices/{invoices}',
    (id) => ({ case_file: { ...caseFile, referrer_id: id } }),
  ],
  [
    'users',
    '/owner_id',
    'POST /v1/invoices/{invoices}/disputes',
    (id) => ({ reason: 'prix', comment: 'x', owner_id: id }),
  ],
  [
    'invoices',
    '/invoice_id',
    'POST /v1/tasks',
    (id) => ({ title: 'x', alert_at: '2026-12-01T10:00:00Z', invoice_id: id }),
  ],
  [
    'customers',
    '/customer_id',
    'POST /v1/tasks',
    (id) => ({ title: 'x', alert_at: '2026-12-01T10:00:00Z', customer_id: id }),
  ],
  [
    'users',
    '/assignee_id',
    'POST /v1/tasks',
    (id) => ({ title: 'x', alert_at: '2026-12-01T10:00:00Z', assignee_id: id }),
  ],
  ['users', '/assignee_id', 'PATCH /v1/tasks/{tasks}', (id) => ({ assignee_id: id })],
  ['customers', '/customer_id', 'POST /v1/specific-actions', (id) => specific({ customer_id: id })],
  ['invoices', '/invoice_ids/0', 'POST /v1/specific-actions', (id) => specific({ invoice_ids: [id] })],
  ['templates', '/template_id', 'POST /v1/specific-actions', (id) => specific({ ...MAIL, template_id: id })],
  ['users', '/assignee_id', 'POST /v1/specific-actions', (id) => specific({ assignee_id: id })],
  [
    'scenarios',
    '/copy_from/scenario_id',
    'POST /v1/specific-actions',
    (id) => specific({ ...MAIL, copy_from: { scenario_id: id, step_key: 'r1' } }),
  ],
  ['invoices', '/invoice_ids/0', 'POST /v1/qualifications', (id) => ({ invoice_ids: [id], comment: 'x' })],
  [
    'templates',
    '/notify/customer/template_id',
    'POST /v1/qualifications',
    (id) => qualified({ customer: { template_id: id } }),
  ],
  [
    'users',
    '/notify/colleague/user_id',
    'POST /v1/qualifications',
    (id) => qualified({ colleague: { user_id: id, comment: 'x' } }),
  ],
  [
    'invoices',
    '/invoice_ids/0',
    'POST /v1/customers/{customers}/calls',
    (id) => ({ outcome: 'reached', invoice_ids: [id] }),
  ],
  [
    'invoices',
    '/invoice_ids/0',
    'POST /v1/notes',
    (id) => ({ customer_id: own['customers'], invoice_ids: [id], text: 'x' }),
  ],
  ['customers', '/customer_id', 'POST /v1/notes', (id) => ({ customer_id: id, text: 'x' })],
  [
    'invoices',
    '/invoice_ids/0',
    'POST /v1/third-parties/{third-parties}/statements',
    (id) => ({ invoice_ids: [id], mode: 'email' }),
  ],
  [
    'templates',
    '/template_id',
    'POST /v1/invoices/{invoices}/reminders',
    (id) => ({ mode: 'letter', template_id: id }),
  ],
  [
    'attachments',
    '/attachments/0',
    'POST /v1/invoices/{invoices}/reminders',
    (id) => ({ mode: 'email', attachments: [id] }),
  ],
  ['attachments', '/attachments/0', 'POST /v1/actions/{actions}/confirm', (id) => ({ attachments: [id] })],
  [
    'contacts',
    '/recipient_contact_ids/0',
    'POST /v1/actions/{actions}/confirm',
    (id) => ({ recipient_contact_ids: [id] }),
  ],
  ['runs', '/of_run', 'POST /v1/runs', (id) => ({ level: 1, mode: 'email', of_run: id })],
  ['users', '/user_id', 'POST /v1/keys', (id) => ({ name: 'x', role: 'collector', user_id: id })],
  ['scenarios', '/scenario_id', 'POST /v1/groups', (id) => ({ ...sample('POST /v1/groups'), scenario_id: id })],
  ['users', '/collector_id', 'POST /v1/groups', (id) => ({ ...sample('POST /v1/groups'), collector_id: id })],
  ['scenarios', '/scenario_id', 'PATCH /v1/groups/{groups}', (id) => ({ scenario_id: id })],
  ['users', '/collector_id', 'PATCH /v1/groups/{groups}', (id) => ({ collector_id: id })],
  ['templates', '/steps/0/template_id', 'POST /v1/scenarios', (id) => ({ name: 'x', steps: [mailed(id)] })],
  ['templates', '/steps/0/template_id', 'PATCH /v1/scenarios/{scenarios}', (id) => ({ steps: [mailed(id)] })],
  ['invoices', '/invoice_id', 'POST /v1/templates/{templates}/preview', (id) => ({ invoice_id: id })],
];

const specific = (more: object) => ({
  ...{ customer_id: own['customers'], invoice_ids: [own['invoices']], kind: 'task', mode: 'manual', title: 'x' },
  ...more,
});
const qualified = (notify: object) => ({ invoice_ids: [own['invoices']], comment: 'x', notify });
const mailed = (id: string) => ({
  ...{ key: 'r1', level: 1, kind: 'email', anchor: 'due_on', delay_days: 10, mode: 'automatic', template_id: id },
});

it.each(CASES)(
  'one of another creditor’s %s at %s of %s is refused as one of nobody’s, and nothing is stored',
  async (what, pointer, route, body) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(/\{([\w-]+)\}/, (_all, word: string) => own[word] ?? '');
    const ask = async (id: string) => {
      const read = method === 'PATCH' ? await api.ask('GET', path, { key: ours.admin }) : null;
      const headers = { 'If-Match': read?.headers.get('etag') ?? '*' };
      return api.ask(method, path, { key: ours.admin, body: body(id), headers });
    };
    const before = await snapshotOf(api.db, ours.id);
    const nobodys = await ask(randomUUID());
    const foreign = await ask(theirs[what]!);
    expect([foreign.status, foreign.text]).toEqual([nobodys.status, nobodys.text]);
    expect([foreign.status, foreign.body.errors[0]?.pointer]).toEqual([422, pointer]);
    expect(await snapshotOf(api.db, ours.id)).toBe(before);
  },
);

it('a new customer may bring the ids of contacts: one of another creditor’s is as new as an unknown one, one of our own is taken', async () => {
  const post = (reference: string, ids: string[]) => {
    const contacts = ids.map((id) => ({ ...contact, id }));
    return api.ask('POST', '/v1/customers', { key: ours.admin, body: { ...customer, reference, contacts } });
  };
  const fresh = randomUUID();
  const taken = await post('C-pris', [fresh, own['contacts']!]);
  expect(taken).toMatchObject({ status: 422, body: { code: 'contact_id_taken' } });
  expect(taken.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/contacts/1/id']);
  expect(await api.db.customer.count({ where: { reference: 'C-pris' } })).toBe(0);
  const before = await snapshotOf(api.db, theirCreditorId);
  for (const [reference, id] of [
    ['C-neuf', fresh],
    ['C-comme-eux', theirs['contacts']!],
  ] as const) {
    const stored = await post(reference, [id]);
    expect(stored).toMatchObject({ status: 201, body: { contacts: [{ id }] } });
    const read = await api.ask('GET', `/v1/customers/${stored.body.id}`, { key: ours.admin });
    const headers = { 'If-Match': read.headers.get('etag') ?? '' };
    const body = { contacts: [{ ...contact, id, name: 'Paule' }] };
    const changed = await api.ask('PATCH', `/v1/customers/${stored.body.id}`, { key: ours.admin, body, headers });
    expect([changed.status, changed.body.contacts[0]]).toMatchObject([200, { id, name: 'Paule' }]);
  }
  expect(await snapshotOf(api.db, theirCreditorId)).toBe(before);
});

it('an id is read alike in a query and in a body: of whatever version, and what is none is refused in the same words', async () => {
  const filtered = (id: string) => api.ask('GET', `/v1/actions?customer_id=${id}`, { key: ours.admin });
  expect(await filtered('11111111-2222-3333-4444-555555555555')).toMatchObject({ status: 200, body: { data: [] } });
  const inQuery = await filtered('x');
  const body = { ...sample('POST /v1/tasks'), customer_id: 'x' };
  const inBody = await api.ask('POST', '/v1/tasks', { key: ours.admin, body });
  const said = { detail: 'Invalid UUID.', fix: expect.stringContaining('such as an id that the API gave') };
  expect([inQuery.status, inQuery.body.errors]).toMatchObject([400, [said]]);
  expect([inBody.status, inBody.body.errors]).toMatchObject([422, [said]]);
});

it('of a field that is missing it is said that it is required, whatever its type', async () => {
  const missing = async (route: string, key: string) => {
    const [method = '', path = ''] = route.split(' ');
    const { status, body } = await api.ask(method, path, { key, body: {} });
    return [status, body.errors.map(({ pointer, detail }: Record<string, string>) => `${pointer} ${detail}`)] as const;
  };
  expect(await missing('POST /v1/customers', ours.admin)).toEqual([
    422,
    ['/reference', '/name', '/kind', '/address'].map((pointer) => `${pointer} is required.`),
  ]);
  expect((await missing('POST /v1/payments', ours.admin))[1]).toContain('/amount_cents is required.');
});
