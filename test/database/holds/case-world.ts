import { randomUUID } from 'node:crypto';
import { createCreditor } from '../../../facts/creditors/create-creditor.ts';
import { createCustomer } from '../../../facts/customers/create-customer.ts';
import { customerInput } from '../../../facts/inputs/customer.ts';
import { invoiceInput } from '../../../facts/inputs/invoice.ts';
import { creditInput, paymentInput } from '../../../facts/inputs/money.ts';
import { createInvoice } from '../../../facts/invoices/create-invoice.ts';
import { recordCredit } from '../../../facts/money/record-credit.ts';
import { recordPayment } from '../../../facts/money/record-payment.ts';
import { reversePayment } from '../../../facts/money/reverse-payment.ts';
import type { FactContext } from '../../../facts/outcome.ts';
import { planCase } from '../../../facts/plan/plan-case.ts';
import { sharedClient } from '../shared-client.ts';
import { lockCustomers } from '../../../prisma/lock.ts';

/** A Tuesday, ten in the morning in Paris. */
export const NOW = new Date('2026-11-24T09:00:00.000Z');

/** A creditor of its own in the shared database, with what a test of its cases needs. */
export async function openWorld() {
  const db = sharedClient();
  const creditor = await createCreditor(db, { name: `Essai ${randomUUID().slice(0, 8)}` });
  const on = (at: Date | string): FactContext => ({
    creditorId: creditor.id,
    at: new Date(at),
    actor: { kind: 'user', name: 'Léa Martin' },
  });

  const newCustomer = async (fields: object = {}): Promise<{ id: string; reference: string }> => {
    const reference = `C-${randomUUID().slice(0, 8)}`;
    const address = { lines: ['3 rue des Lilas'], postal_code: '33000', city: 'Bordeaux' };
    const contacts = [{ name: 'Paul Roy', email: 'paul@roy.example', recovery: true }];
    const input = customerInput.parse({ reference, name: 'Paul Roy', kind: 'consumer', address, contacts, ...fields });
    return { id: (await createCustomer(db, on(NOW), input)).answer.id, reference };
  };

  const newInvoice = async (customer: { reference: string }, fields: object = {}) => {
    const number = `F-${randomUUID().slice(0, 8)}`;
    const money = { total_cents: 30_000, currency: 'EUR', issued_on: '2026-11-20', due_on: '2026-11-20' };
    const input = invoiceInput.parse({ number, customer_reference: customer.reference, ...money, ...fields });
    return { id: (await createInvoice(db, on(NOW), input)).answer.id, number };
  };

  const plan = async (invoiceId: string, at: Date | string = NOW) => {
    const { customerId } = await db.invoice.findUniqueOrThrow({ where: { id: invoiceId } });
    return db.$transaction(async (tx) => {
      await lockCustomers(tx, [customerId]);
      return planCase(tx, on(at), invoiceId);
    });
  };

  /** A consumer's invoice whose first step is planned. */
  const plannedCase = async () => {
    const customer = await newCustomer();
    const invoice = await newInvoice(customer);
    await plan(invoice.id);
    return { customer, ...invoice };
  };

  const pay = (number: string, amountCents: number, at: Date | string = NOW) =>
    recordPayment(
      db,
      on(at),
      paymentInput.parse({
        external_id: randomUUID(),
        amount_cents: amountCents,
        currency: 'EUR',
        paid_on: '2026-11-24',
        allocations: [{ invoice_number: number, amount_cents: amountCents }],
      }),
    );

  const goesBack = async (paymentId: string, at: Date | string = NOW) => {
    const { externalId } = await db.payment.findUniqueOrThrow({ where: { id: paymentId } });
    const reversal = { external_id: `R-${externalId}`, reason: 'Rejet' };
    return reversePayment(db, on(at), { externalId }, reversal);
  };

  const credit = (invoiceId: string, amountCents: number, at: Date | string = NOW) => {
    const note = { external_id: randomUUID(), number: `AV-${randomUUID().slice(0, 8)}`, issued_on: '2026-11-24' };
    return recordCredit(db, on(at), invoiceId, creditInput.parse({ ...note, amount_cents: amountCents }));
  };

  const read = (invoiceId: string) =>
    db.invoice.findUniqueOrThrow({
      where: { id: invoiceId },
      include: { holds: { orderBy: { sinceAt: 'asc' } }, openStep: true, actions: { include: { action: true } } },
    });
  const kinds = async (invoiceId: string) =>
    (await db.historyEntry.findMany({ where: { invoiceId }, orderBy: { id: 'asc' } })).map((entry) => entry.kind);
  const tasks = async (invoiceId: string, origin: string) =>
    db.action.findMany({ where: { origin, invoices: { some: { invoiceId } } } });
  const setSettings = (data: object) => db.settings.update({ where: { creditorId: creditor.id }, data });

  return {
    db,
    creditor,
    on,
    newCustomer,
    newInvoice,
    plan,
    plannedCase,
    pay,
    goesBack,
    credit,
    read,
    kinds,
    tasks,
    setSettings,
  };
}

export type World = Awaited<ReturnType<typeof openWorld>>;

/** A message of the invoice that was handed to the provider; its outcome is open unless `status` says otherwise. */
export async function handOver(world: World, of: { customerId: string; invoiceId: string }, status = 'sending') {
  const id = randomUUID();
  await world.db.message.create({
    data: {
      id,
      creditorId: world.creditor.id,
      customerId: of.customerId,
      kind: 'email',
      level: 1,
      origin: 'step',
      language: 'fr',
      currency: 'EUR',
      status: status as 'sending',
      test: true,
      recipients: ['paul@roy.example'],
      actor: { kind: 'system', name: 'Relance' },
      reservedAt: NOW,
      handedOverAt: NOW,
      items: {
        create: [
          { invoiceId: of.invoiceId, cycle: 1, stepKey: `step-${id.slice(0, 6)}`, level: 1, amountCents: 30_000n },
        ],
      },
    },
  });
  return id;
}
