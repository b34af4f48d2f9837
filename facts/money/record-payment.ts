import { v7 as uuidv7 } from 'uuid';
import { toDateColumn } from '../../prisma/dates.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { readBusinessDay } from '../business-calendar.ts';
import { contentHash } from '../content-hash.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { PaymentInput, ReversalInput } from '../inputs/money.ts';
import type { FactContext, FactOutcome, Telling } from '../outcome.ts';
import { invalid } from '../refused.ts';
import { storeOnce } from '../store-once.ts';
import { allocateInOrder } from './allocate-in-order.ts';
import { takeEarlyReversal } from './early-reversal.ts';
import { findDebts } from './find-debts.ts';
import { tellFreeMoney } from './free-money.ts';
import { allocationAnswer, type PaymentAnswer } from './payment-answer.ts';
import { replayPayment } from './replay-payment.ts';
import { reverseWithin } from './reverse-payment.ts';

/**
 * Stores a payment and sets it against the invoices it names, each up to its balance; the rest stays unallocated. The
 * same payment again returns the first answer. Refuses an unknown customer or invoice number and another currency
 * (invalid), and other content under a known id (conflict). With `asPaymentSystem`, another payment system's payment is
 * a conflict too.
 */
export async function recordPayment(
  db: Database,
  context: FactContext,
  input: PaymentInput,
  { asPaymentSystem = false } = {},
): Promise<FactOutcome<PaymentAnswer>> {
  return storeOnce(db, async (tx) => {
    const replay = await replayPayment(tx, context, input, { asPaymentSystem });
    if (replay) return replay;
    const { customerId, asked, customerIds } = await resolve(tx, context, input);
    await lockCustomers(tx, customerIds);
    const day = await readBusinessDay(tx, context);
    const payment = await createPayment(tx, context, customerId, input);
    // Looked for after the payment is written: a transaction that keeps its reversal meanwhile has waited for this one,
    // or sees the payment.
    const [{ rows, takenCents, unallocatedCents }, early] = await Promise.all([
      allocateInOrder(tx, context, day, {
        freeCents: input.amount_cents,
        asked,
        source: {
          paymentId: payment.id,
          said: { externalId: input.external_id, paidOn: input.paid_on, method: input.method ?? undefined },
        },
      }),
      takeEarlyReversal(tx, context, payment),
    ]);
    const named = [...new Set(asked.map(({ invoiceId }) => invoiceId))];
    const answer: PaymentAnswer = {
      id: payment.id,
      allocations: named.map((id) => allocationAnswer(rows.get(id)!)),
      unallocated_cents: unallocatedCents,
    };
    const data = { paymentId: payment.id, currency: input.currency, unallocatedCents };
    const tellings: Telling[] = [...takenCents].map(([invoiceId, amountCents]) => ({
      invoiceId,
      signal: 'paymentReceived',
      data: { ...data, amountCents, balanceCents: rows.get(invoiceId)!.balanceCents },
    }));
    const rest = { customerId, input, paymentId: payment.id, unallocatedCents, told: tellings };
    tellings.push(...(await keepRest(tx, context, rest)));
    // Free money stops reminders about invoices that the payment does not name, too.
    const handedOver = await readHandedOver(tx, [...named, ...tellings.map(({ invoiceId }) => invoiceId)]);
    await tx.payment.updateMany({
      where: { id: payment.id },
      data: { unallocatedCents, answer: { ...answer, handedOver } as never },
    });
    const outcome = { answer, tellings, replayed: false, handedOver };
    return early ? reverseAtOnce(tx, context, input, early, outcome) : outcome;
  });
}

/**
 * Stores and reverses a payment whose reversal arrived first. The sender's answer, now and on repeats, shows it
 * reversed.
 */
async function reverseAtOnce(
  tx: Transaction,
  context: FactContext,
  { external_id: externalId }: PaymentInput,
  early: ReversalInput,
  { tellings, handedOver }: FactOutcome<PaymentAnswer>,
): Promise<FactOutcome<PaymentAnswer>> {
  const actor = { kind: 'provider', name: 'webhook paiements' } as const;
  const reversed = await reverseWithin(tx, { ...context, actor }, { externalId }, early);
  const { answer } = reversed;
  await tx.payment.updateMany({ where: { id: answer.id }, data: { answer: { ...answer, handedOver } as never } });
  const told = new Set(reversed.tellings.map(({ invoiceId }) => invoiceId));
  const others = tellings.filter(({ invoiceId }) => !told.has(invoiceId));
  return { answer, tellings: [...others, ...reversed.tellings], replayed: false, handedOver };
}

/**
 * The customers and invoices that the payment names. Without a customer the payment is the first invoice's customer's.
 */
async function resolve(tx: Transaction, context: FactContext, input: PaymentInput) {
  const named = input.allocations.map(({ invoice_number }, index) => ({
    pointer: `/allocations/${String(index)}/invoice_number`,
    number: invoice_number,
  }));
  const payer = input.customer_reference ? await findPayer(tx, context, input.customer_reference) : null;
  const byNumber = await findDebts(tx, context, named, input.currency);
  const debts = input.allocations.map(({ invoice_number }) => byNumber.get(invoice_number)!);
  const foreign = debts.findIndex(({ customerId }) => payer && customerId !== payer.id);
  if (foreign >= 0) {
    const detail = `${debts[foreign]!.number} is another customer's.`;
    throw invalid(
      'other_customer',
      named[foreign]!.pointer,
      detail,
      'Leave customer_reference out, or correct the number.',
    );
  }
  return {
    customerId: payer?.id ?? debts[0]!.customerId,
    customerIds: [...debts.map(({ customerId }) => customerId), ...(payer ? [payer.id] : [])],
    asked: input.allocations.map(({ amount_cents }, index) => ({
      invoiceId: debts[index]!.id,
      amountCents: amount_cents,
    })),
  };
}

async function findPayer(tx: Transaction, context: FactContext, reference: string) {
  const payer = await tx.customer.findFirst({
    where: { creditorId: context.creditorId, reference },
    select: { id: true },
  });
  if (payer) return payer;
  const detail = `There is no customer ${reference}.`;
  throw invalid(
    'unknown_customer',
    '/customer_reference',
    detail,
    'Create the customer first, or correct the reference.',
  );
}

async function createPayment(tx: Transaction, context: FactContext, customerId: string, input: PaymentInput) {
  return tx.payment.create({
    data: {
      id: uuidv7(),
      creditorId: context.creditorId,
      customerId,
      externalId: input.external_id,
      keyId: context.keyId ?? null,
      amountCents: input.amount_cents,
      unallocatedCents: input.amount_cents,
      currency: input.currency,
      paidOn: toDateColumn(input.paid_on),
      method: input.method ?? null,
      contentHash: contentHash(input),
      answer: {},
      receivedAt: context.at,
    },
  });
}

/** Records what no invoice took in the customer's history; the customer's other invoices are planned again. */
async function keepRest(
  tx: Transaction,
  context: FactContext,
  rest: {
    customerId: string;
    input: PaymentInput;
    paymentId: string;
    unallocatedCents: number;
    /** The invoices that are told of the payment already. */
    told: readonly Telling[];
  },
): Promise<Telling[]> {
  const { customerId, input, paymentId, unallocatedCents, told } = rest;
  if (unallocatedCents === 0) return [];
  const data = { paymentId, amountCents: unallocatedCents, currency: input.currency, paidOn: input.paid_on };
  await recordHistory(tx, context, [{ customerId, kind: 'paid', data: { ...data, unallocatedCents } }]);
  const except = told.map(({ invoiceId }) => invoiceId);
  return tellFreeMoney(
    tx,
    { customerId, currency: input.currency, except },
    { signal: 'paymentReceived', data: { paymentId, unallocatedCents, currency: input.currency } },
  );
}
