import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { ActivityDeps } from '../../../activities/activity-deps.ts';
import { createStartWaitingMessages } from '../../../activities/start-waiting-messages.ts';
import type { Endpoint, EndpointRequest } from '../../../api/frame/endpoint.ts';
import { answerFact } from '../../../api/frame/fact-answer.ts';
import { createQualificationEndpoint } from '../../../api/qualifications/create-qualification.ts';
import { createSpecificActionEndpoint } from '../../../api/specific-actions/create-specific-action.ts';
import { liftPause } from '../../../facts/holds/lift-pause.ts';
import { setPause } from '../../../facts/holds/set-pause.ts';
import { qualificationInput, specificActionInput } from '../../../facts/inputs/specific-action.ts';
import type { Telling } from '../../../facts/outcome.ts';
import { createSpecific } from '../../../facts/specific-actions/create-specific.ts';
import type { Dispatcher } from '../../../temporal/dispatcher.ts';
import { OffsetWorkflowClient } from '../../../temporal/offset-client.ts';
import { tell } from '../../../temporal/tell.ts';
import { invoiceWorkflowId, specificActionWorkflowId } from '../../../workflows/ids.ts';
import { NOW, openWorld, type World } from '../holds/case-world.ts';

let world: World;
/** The executions that were signalled, in order; and those about which Temporal answers nothing. */
let heard: string[];
let silent: Set<string>;
let dispatcher: Dispatcher;
let starts: MockInstance<OffsetWorkflowClient['start']>;

beforeEach(async () => {
  world = await openWorld();
  starts = vi.spyOn(OffsetWorkflowClient.prototype, 'start').mockResolvedValue({} as never);
  heard = [];
  silent = new Set();
  const signal = (id: string) =>
    silent.has(id) ? Promise.reject(new Error('no answer')) : Promise.resolve(void heard.push(id));
  const workflow = { getHandle: (id: string) => ({ signal: () => signal(id) }) };
  const client = {
    workflow,
    connection: null,
    options: {},
    withDeadline: (_at: number, speak: () => Promise<unknown>) => speak(),
  };
  dispatcher = { client } as unknown as Dispatcher;
});

afterEach(() => void vi.restoreAllMocks());

const DAY = '2026-11-30T08:00:00.000Z';
/** An automatic mail planned for DAY about one invoice; returns the executions of both. */
async function planned() {
  const customer = await world.newCustomer();
  const { id: invoiceId } = await world.newInvoice(customer);
  const mail = { kind: 'email', mode: 'automatic', title: 'Relance', subject: 'Objet', body_html: '<p>Texte</p>' };
  const about = { customer_id: customer.id, invoice_ids: [invoiceId], execute_on: '2026-11-30' };
  const action = await createSpecific(world.db, world.on(NOW), specificActionInput.parse({ ...mail, ...about }), null);
  const { slug } = world.creditor;
  const executions = [invoiceWorkflowId(slug, invoiceId), specificActionWorkflowId(slug, action.answer.id)] as const;
  return { invoiceId, executions, telling: { invoiceId, signal: 'invoiceChanged', data: {} } satisfies Telling };
}

const isTold = async (invoiceId: string) => {
  const { version, toldVersion } = await world.read(invoiceId);
  return version === toldVersion;
};

describe('a specific action that waits for what stops it', () => {
  it('has heard before its invoice counts as told: a telling that breaks off in between is made again', async () => {
    const { invoiceId, executions, telling } = await planned();
    silent.add(executions[1]);
    await expect(tell(world.db, dispatcher, [telling], NOW)).rejects.toThrow('no answer');
    expect([heard, await isTold(invoiceId)]).toEqual([[executions[0]], false]);
    silent.clear();
    await tell(world.db, dispatcher, [telling], NOW);
    expect([heard.at(-1), await isTold(invoiceId)]).toEqual([executions[1], true]);
  });

  it('is told by the reconciliation once nothing stops it, and left alone until then', async () => {
    const { invoiceId, executions } = await planned();
    const after = (minutes: number) => new Date(Date.parse(DAY) + minutes * 60_000);
    const reconcile = async (at: Date) => {
      heard.length = 0;
      const deps = { db: world.db, dispatcher, log: pino({ level: 'silent' }) } as unknown as ActivityDeps;
      await createStartWaitingMessages(deps)({ creditorId: world.creditor.id, at: at.toISOString() });
      return heard;
    };
    await setPause(world.db, world.on(NOW), invoiceId, { reason: 'Vacances' });
    expect(await reconcile(after(10))).toEqual([]);
    await liftPause(world.db, world.on(after(20)), invoiceId);
    expect(await reconcile(after(21))).toEqual([executions[1]]);
  });
});

/** So many invoices of one customer. */
async function owes(count: number) {
  const customer = await world.newCustomer();
  const { id } = await world.newInvoice(customer);
  await world.db.$executeRaw`
    INSERT INTO invoices SELECT (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', i.number || n))).*
    FROM invoices i, generate_series(2, ${count}::int) n WHERE i.id = ${id}::uuid`;
  const invoices = await world.db.invoice.findMany({ where: { customerId: customer.id }, select: { id: true } });
  return { customerId: customer.id, ids: invoices.map((invoice) => invoice.id) };
}

/** The creditors whose reconciliation was started. */
const reconciled = () => starts.mock.calls.flatMap(([type, { args }]) => (type === 'reconciliation' ? args : []));

describe('a fact about more cases than one answer can wait for', () => {
  const asks = (endpoint: Endpoint, request: object) => {
    const { id: creditorId, slug } = world.creditor;
    const channels = { isLive: false, printEnabled: true, smsEnabled: true };
    const { actor } = world.on(NOW);
    const auth = { creditorId, slug, channels, actor, keyId: null, timeZone: 'Europe/Paris' };
    const settings = { print: null, sms: null, api: { publicUrl: 'http://console.example' } };
    const context = { db: world.db, dispatcher, settings };
    const caller = { auth, at: NOW, headers: {}, requestKey: null, context };
    return endpoint.handle({ ...caller, ...request } as unknown as EndpointRequest);
  };

  it('is answered once its own case is told; the reconciliation, started at once, tells the others', async () => {
    const { invoiceId, telling } = await planned();
    const others = Array.from({ length: 250 }, (): Telling => ({ ...telling, invoiceId: crypto.randomUUID() }));
    // As on the route of a webhook, where nobody is signed in.
    const auth = { creditorId: '', slug: '' };
    const request = { auth, at: NOW, context: { db: world.db, dispatcher } } as unknown as EndpointRequest;
    const outcome = { answer: null, tellings: [telling, ...others], replayed: false, handedOver: [] };
    expect(await answerFact(request, outcome, () => ({}))).toMatchObject({ status: 200 });
    expect(await isTold(invoiceId)).toBe(true);
    expect(reconciled()).toEqual([{ creditorId: world.creditor.id }]);
    await answerFact(request, { ...outcome, tellings: [telling] }, () => ({}));
    expect(reconciled()).toHaveLength(1);
  });

  it('be it a qualification or a specific action, is told to 200 before the answer', async () => {
    const { customerId, ids } = await owes(201);
    const told = async (endpoint: Endpoint, request: object) => {
      heard.length = 0;
      starts.mockClear();
      await asks(endpoint, request);
      const untold = await world.db.$queryRaw<[]>`
        SELECT FROM invoices WHERE "customerId" = ${customerId}::uuid AND "toldVersion" < version`;
      expect([heard.length, untold.length, reconciled().length]).toEqual([200, 1, 1]);
    };
    const qualified = qualificationInput.parse({ invoice_ids: ids, comment: 'Vu au téléphone' });
    await told(createQualificationEndpoint, { body: qualified });
    const call = { kind: 'call', mode: 'to_confirm', title: 'Rappeler' };
    const body = specificActionInput.parse({ ...call, customer_id: customerId, invoice_ids: ids });
    await told(createSpecificActionEndpoint, { body });
  });
});
