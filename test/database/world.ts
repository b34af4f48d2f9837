import { createCreditor } from '../../facts/creditors/create-creditor.ts';
import { createCustomer } from '../../facts/customers/create-customer.ts';
import { type CustomerInput, customerInput } from '../../facts/inputs/customer.ts';
import { invoiceInput } from '../../facts/inputs/invoice.ts';
import { creditInput, paymentInput } from '../../facts/inputs/money.ts';
import { createInvoice } from '../../facts/invoices/create-invoice.ts';
import { recordCredit } from '../../facts/money/record-credit.ts';
import { recordPayment } from '../../facts/money/record-payment.ts';
import { reversePayment } from '../../facts/money/reverse-payment.ts';
import type { FactContext } from '../../facts/outcome.ts';
import { FactRefused } from '../../facts/refused.ts';
import { sharedClient } from './shared-client.ts';
import { forCreditor } from '../../prisma/scope.ts';

export const NOW = new Date('2026-11-23T10:00:00.000Z');

/** A creditor of its own in the shared database, with the facts that a test gives. */
export async function createWorld(settings: { toleranceCents?: number } = {}) {
  const all = sharedClient();
  const { id: creditorId } = await createCreditor(all, { name: 'Essai' });
  await all.settings.update({ where: { creditorId }, data: settings });
  const db = forCreditor(all, creditorId);
  const context: FactContext = { creditorId, at: NOW, actor: { kind: 'key', name: 'test' } };
  let serial = 0;
  const next = (prefix: string) => `${prefix}-${String((serial += 1))}`;

  const customer = async (input: Partial<CustomerInput> = {}): Promise<{ id: string; reference: string }> => {
    const reference = input.reference ?? next('C');
    const parsed = customerInput.parse({ ...aCustomer, ...input, reference });
    const { answer } = await createCustomer(db, context, parsed);
    return { id: answer.id, reference };
  };
  const invoice = async (reference: string, input: Record<string, unknown> = {}) => {
    const number = (input['number'] as string | undefined) ?? next('F');
    const parsed = invoiceInput.parse({ ...anInvoice, customer_reference: reference, ...input, number });
    const { answer } = await createInvoice(db, context, parsed);
    return { id: answer.id, number };
  };
  return {
    all,
    db,
    context,
    creditorId,
    customer,
    invoice,
    /** Posts a payment of `amount_cents`, all of it for the invoice unless told otherwise. */
    pay: (invoiceNumber: string, amountCents: number, more: Record<string, unknown> = {}) =>
      recordPayment(db, context, paymentInput.parse({ ...aPayment(next('P'), invoiceNumber, amountCents), ...more })),
    credit: (invoiceId: string, amountCents: number, more: Record<string, unknown> = {}) =>
      recordCredit(
        db,
        context,
        invoiceId,
        creditInput.parse({
          external_id: next('CR'),
          number: next('AV'),
          amount_cents: amountCents,
          issued_on: '2026-11-20',
          ...more,
        }),
      ),
    reverse: (externalId: string, reversalId = next('RV'), reason = 'Prélèvement rejeté') =>
      reversePayment(db, context, { externalId }, { external_id: reversalId, reason }),
    read: (id: string) => db.invoice.findUniqueOrThrow({ where: { id } }),
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;

const aCustomer = {
  name: 'Menuiserie Lagarde',
  kind: 'professional',
  address: { lines: ['4 rue des Lilas'], postal_code: '69003', city: 'Lyon', country: 'FR' },
  contacts: [{ name: 'Anne Lagarde', email: 'anne@lagarde.example', recovery: true }],
} as const;

const anInvoice = {
  kind: 'invoice',
  issued_on: '2026-10-01',
  due_on: '2026-10-31',
  total_cents: 100_00,
  currency: 'EUR',
};

const aPayment = (externalId: string, invoiceNumber: string, amountCents: number) => ({
  external_id: externalId,
  amount_cents: amountCents,
  currency: 'EUR',
  paid_on: '2026-11-20',
  allocations: [{ invoice_number: invoiceNumber, amount_cents: amountCents }],
});

/** The refusal of a fact; fails when the fact was stored. */
export async function refusal(fact: Promise<unknown>): Promise<FactRefused> {
  try {
    await fact;
  } catch (error) {
    if (error instanceof FactRefused) return error;
    throw error;
  }
  throw new Error('was not refused');
}

/** Everything that a refused fact could have written, to compare before and after. */
export async function photograph({ db }: World) {
  const [invoices, payments, allocations, customers, history, holds] = await Promise.all([
    db.invoice.findMany({ orderBy: { id: 'asc' } }),
    db.payment.findMany({ orderBy: { id: 'asc' } }),
    db.allocation.findMany({ orderBy: { id: 'asc' } }),
    db.customer.findMany({ orderBy: { id: 'asc' }, include: { contacts: { orderBy: { id: 'asc' } } } }),
    db.historyEntry.count(),
    db.hold.findMany({ orderBy: { id: 'asc' } }),
  ]);
  const everything = { invoices, payments, allocations, customers, history, holds };
  return JSON.stringify(everything, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value), 1);
}
