import { inject } from 'vitest';

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- answers are whatever the API says
  body: any;
}

export type RoleName = 'admin' | 'supervisor' | 'collector' | 'payments' | 'operator';

/** Calls the shared stack's API with one of its keys. `path` is what follows `/v1`. */
export async function call(
  role: RoleName | { key: string },
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const { apiUrl, demo } = inject('stack');
  const key = typeof role === 'string' ? demo.keys[role] : role.key;
  const response = await fetch(`${apiUrl}/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') && text !== '';
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : null };
}

let serial = 0;

/** A reference or number that no other test uses. */
export function unique(prefix: string): string {
  serial += 1;
  return `${prefix}-${process.pid}-${Date.now()}-${serial}`;
}

/** A complete, valid body of a customer. */
export const aCustomer = (more: Record<string, unknown> = {}) => ({
  reference: unique('C'),
  name: 'Menuiserie Lagarde',
  kind: 'professional',
  language: 'fr',
  address: { lines: ['4 rue des Lilas'], postal_code: '69003', city: 'Lyon', country: 'FR' },
  contacts: [{ name: 'Anne Lagarde', email: 'anne@lagarde.example', phone: '04 99 00 00 00', recovery: true }],
  ...more,
});

/** A body of an invoice that falls due far in the future, so that nothing leaves while a test runs. */
export const anInvoice = (customerReference: string, more: Record<string, unknown> = {}) => ({
  number: unique('F'),
  customer_reference: customerReference,
  kind: 'invoice',
  issued_on: '2090-01-01',
  due_on: '2090-01-31',
  total_cents: 100_00,
  currency: 'EUR',
  ...more,
});

/** Stores a customer and one of the customer's invoices; returns both answers. */
export async function owed(invoice: Record<string, unknown> = {}, customer: Record<string, unknown> = {}) {
  const payer = (await call('collector', 'POST', '/customers', aCustomer(customer))).body;
  const answer = await call('collector', 'POST', '/invoices', anInvoice(payer.reference, invoice));
  if (answer.status !== 201) throw new Error(answer.text);
  return { customer: payer, invoice: answer.body };
}
