import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from '../api/running-api.ts';

// Nothing listens at Temporal's address here, and the API tries with its own patience.
let api: Awaited<ReturnType<typeof startApi>>;
let ours: Awaited<ReturnType<typeof api.newCreditor>>;
beforeAll(async () => {
  api = await startApi(undefined, {}, { isPatient: true });
  ours = await api.newCreditor();
});
afterAll(() => api.stop());

const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  api.ask(method, `/v1${path}`, { key: ours.collector, headers, ...(body === undefined ? {} : { body }) });

const customer = {
  reference: 'C-1',
  name: 'Menuiserie Lagarde',
  kind: 'professional',
  address: { lines: ['4 rue des Lilas'], postal_code: '69003', city: 'Lyon', country: 'FR' },
};
const invoice = {
  number: 'F/2026-1',
  customer_reference: 'C-1',
  issued_on: '2026-10-01',
  due_on: '2026-10-31',
  total_cents: 100_00,
  currency: 'EUR',
};
const payment = {
  external_id: 'VIR/1 é',
  amount_cents: 40_00,
  currency: 'EUR',
  paid_on: '2026-11-20',
  allocations: [{ invoice_number: 'F/2026-1', amount_cents: 40_00 }],
};

describe('while Temporal is away', () => {
  it('a customer is stored as ever: there is nobody to tell', async () => {
    expect((await ask('POST', '/customers', customer)).status).toBe(201);
  });
  it('an invoice is stored and the answer says that it is told later; posted again it says so again', async () => {
    const first = await ask('POST', '/invoices', invoice);
    expect([first.status, first.body.code]).toEqual([503, 'stored_not_told']);
    expect(first.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await ask('GET', '/invoices?number=F/2026-1')).body.data).toMatchObject([{ balance_cents: 100_00 }]);
    expect((await ask('POST', '/invoices', invoice)).status).toBe(503);
    expect(await api.db.invoice.count({ where: { creditorId: ours.id } })).toBe(1);
  });
  it('a payment is in force at once, and once only', async () => {
    expect((await ask('POST', '/payments', payment)).body.code).toBe('stored_not_told');
    expect((await ask('POST', '/payments', payment)).body.code).toBe('stored_not_told');
    expect((await ask('GET', '/invoices?number=F/2026-1')).body.data).toMatchObject([
      { balance_cents: 60_00, paid_cents: 40_00 },
    ]);
  });
  it('a payment’s own address leads back to it, whatever its id is made of', async () => {
    await api.db.invoice.updateMany({ where: { creditorId: ours.id }, data: { toldVersion: 99 } });
    const free = { ...payment, external_id: 'a/b?c d%41', allocations: [], customer_reference: 'C-1' };
    await api.db.invoice.updateMany({ where: { creditorId: ours.id }, data: { closedAs: 'cancelled' } });
    const { status, headers } = await ask('POST', '/payments', free);
    expect(status).toBe(201);
    const location = headers.get('location') ?? '';
    const shown = await api.ask('GET', location, { key: ours.collector });
    expect([shown.status, shown.body.external_id]).toEqual([200, 'a/b?c d%41']);
  });
});
