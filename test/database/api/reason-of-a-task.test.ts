import { beforeEach, expect, it } from 'vitest';
import { sharedApi } from './running-api.ts';

// Nothing listens at Temporal's address: what is posted is stored, in force and answered with 503.

let api: Awaited<ReturnType<typeof sharedApi>>;
let key: string;

const ask = (method: string, path: string, body?: object) => api.ask(method, `/v1${path}`, { key, body });

async function anInvoice(number: string): Promise<string> {
  const customer = { reference: `C-${number}`, name: 'Imprimerie Roux', kind: 'professional', language: 'fr' };
  const address = { lines: ['1 rue des Lices'], postal_code: '69000', city: 'Lyon', country: 'FR' };
  await ask('POST', '/customers', { ...customer, address, contacts: [] });
  await ask('POST', '/invoices', {
    ...{ number, customer_reference: customer.reference, kind: 'invoice', currency: 'EUR', total_cents: 300_00 },
    ...{ issued_on: '2026-11-01', due_on: '2026-12-01' },
  });
  return (await ask('GET', `/invoices?number=${number}`)).body.data[0].id;
}

const tasks = async () => (await ask('GET', '/actions')).body.data as { origin: string; reason: string | null }[];
const reasonOf = async (origin: string) => (await tasks()).find((task) => task.origin === origin)?.reason;

beforeEach(async () => {
  api = await sharedApi();
  key = (await api.newCreditor()).collector;
});

it.each(['wrong_price', 'paid', 'constructor'])(
  'the follow-up of a dispute says why the invoice is disputed, in the words that were given: %s',
  async (reason) => {
    const id = await anInvoice('F-1');
    await ask('POST', `/invoices/${id}/disputes`, { reason, comment: 'Vu' });
    expect(await reasonOf('dispute_review')).toBe(reason);
    const { status, text } = await api.ask('GET', '/v1/actions', { key, headers: { Accept: 'text/csv' } });
    expect([status, text.includes(reason)]).toEqual([200, true]);
  },
);

it('the task to declare a claim says why it is there', async () => {
  const id = await anInvoice('F-2');
  await ask('PUT', `/invoices/${id}/pause`, { reason: 'Redressement', cause: 'insolvency' });
  expect(await reasonOf('insolvency')).toContain('procédure collective');
});
