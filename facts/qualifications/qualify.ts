import { v7 as uuidv7 } from 'uuid';
import type { Database, Transaction } from '../../prisma/client.ts';
import { lockCustomers } from '../../prisma/lock.ts';
import { settingsOf } from '../business-calendar.ts';
import { contentHash } from '../content-hash.ts';
import { changedBy } from '../decisions/decision.ts';
import { readHandedOver } from '../handed-over.ts';
import { recordHistory } from '../history.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import type { FactContext, FactOutcome } from '../outcome.ts';
import { raiseVersion } from '../raise-version.ts';
import { FactRefused, invalid } from '../refused.ts';
import { storeSpecific } from '../specific-actions/store-specific.ts';
import { takeItems, type TakenItem } from '../specific-actions/take-items.ts';
import { acknowledge } from './acknowledge.ts';
import type { Qualifying } from './qualifying.ts';
import { setStatus } from './set-status.ts';
import { refusalsWithin } from './refusals-within.ts';
import { writeColleague } from './write-colleague.ts';
import { asJson } from '../stored-json.ts';

export interface Qualified {
  id: string;
}

/** The key that identifies a repeat, and the console's address for links. */
export interface Asking {
  requestKey: string | null;
  consoleUrl: string;
}

/**
 * Qualifies chosen invoices of one customer in one transaction: sets a status and a comment, sends an acknowledgement
 * to the customer and an internal mail to a colleague, and then continues with the scenario or a specific action. The
 * same `requestKey` is the same qualification.
 */
export async function qualify(
  db: Database,
  context: FactContext,
  input: QualificationInput,
  asking: Asking,
): Promise<FactOutcome<Qualified>> {
  return db.$transaction(async (tx) => {
    const customer = await takeCustomerOf(tx, context, input.invoice_ids);
    const earlier = await repeated(tx, input, asking);
    if (earlier) return earlier;
    const { qualifying, handedOver, outcomes, sent } = await begin(tx, context, customer, input, asking.consoleUrl);
    const { id, items } = qualifying;
    const invoiceIds = items.map((item) => item.id);
    const specific = await nextReminder(tx, context, qualifying, input);
    await remember(tx, context, qualifying, { input, requestKey: asking.requestKey, ...sent, specific });
    const told = new Map(changedBy(invoiceIds, 'qualified').map((telling) => [telling.invoiceId, telling]));
    for (const telling of outcomes.flatMap((outcome) => outcome.tellings)) told.set(telling.invoiceId, telling);
    const startMessageIds = [sent.customerMessageId, sent.colleagueMessageId, specific?.messageId].filter(
      (one) => one != null,
    );
    return { answer: { id }, startMessageIds, tellings: [...told.values()], replayed: false, handedOver };
  });
}

/** The statuses and the mails of a qualification, under the lock of its customer. */
export async function prepareQualification(
  tx: Transaction,
  context: FactContext,
  input: QualificationInput,
  consoleUrl: string,
) {
  return begin(tx, context, await takeCustomerOf(tx, context, input.invoice_ids), input, consoleUrl);
}

async function begin(
  tx: Transaction,
  context: FactContext,
  customer: Qualifying['customer'],
  input: QualificationInput,
  consoleUrl: string,
) {
  const items = await takeItems(tx, context, customer.id, input.invoice_ids);
  const invoiceIds = items.map((item) => item.id);
  const handedOver = await readHandedOver(tx, invoiceIds);
  const qualifying = { id: uuidv7(), customer, items, comment: input.comment || null, consoleUrl };
  const outcomes = await setStatus(tx, context, items, input);
  return { qualifying, handedOver, outcomes, sent: await write(tx, context, qualifying, input) };
}

/** The one customer of the invoices, locked. Refuses invoices of several customers. */
async function takeCustomerOf(tx: Transaction, { creditorId }: FactContext, invoiceIds: readonly string[]) {
  const rows = await tx.invoice.findMany({
    where: { id: { in: [...new Set(invoiceIds)] }, creditorId },
    select: { customerId: true },
    distinct: ['customerId'],
  });
  const [first, second] = rows;
  if (!first) throw invalid('unknown_invoice', '/invoice_ids/0', 'There is no such invoice.', 'Give ids of invoices.');
  if (second) {
    const detail = 'These invoices are of several customers.';
    throw invalid('several_customers', '/invoice_ids', detail, 'Qualify those of each customer by themselves.');
  }
  await lockCustomers(tx, [first.customerId]);
  const customer = await tx.customer.findUniqueOrThrow({
    where: { id: first.customerId },
    select: { id: true, kind: true, language: true, creditor: { select: { settings: { select: { liveAt: true } } } } },
  });
  return { ...customer, test: !settingsOf(customer.creditor).liveAt };
}

async function repeated(
  tx: Transaction,
  input: QualificationInput,
  { requestKey }: Asking,
): Promise<FactOutcome<Qualified> | null> {
  const earlier = requestKey === null ? null : await tx.qualification.findUnique({ where: { requestKey } });
  if (!earlier) return null;
  if (earlier.contentHash !== contentHash(input)) {
    const detail = 'This Idempotency-Key was sent with another request: take a new one.';
    throw new FactRefused('invalid', 'idempotency_key_reused', detail);
  }
  const { id, invoiceIds, customerMessageId, colleagueMessageId, specificActionId } = earlier;
  const action = specificActionId ? await tx.action.findUnique({ where: { id: specificActionId } }) : null;
  const startMessageIds = [customerMessageId, colleagueMessageId, action?.messageId].filter((one) => one != null);
  const tellings = changedBy(invoiceIds, 'repeated');
  return { answer: { id }, startMessageIds, tellings, replayed: true, handedOver: [] };
}

/** Reserves the acknowledgement to the customer and the mail to a colleague, as far as they are asked for. */
async function write(tx: Transaction, context: FactContext, of: Qualifying, { notify }: QualificationInput) {
  const { customer: words, colleague } = notify ?? {};
  const customerMessageId = words
    ? await refusalsWithin('/notify/customer', () => acknowledge(tx, context, of, words))
    : null;
  const written = colleague
    ? await refusalsWithin('/notify/colleague', () => writeColleague(tx, context, of, colleague))
    : null;
  return { customerMessageId, colleagueMessageId: written?.messageId ?? null, colleague: written?.address ?? null };
}

async function nextReminder(
  tx: Transaction,
  context: FactContext,
  { customer, items }: Qualifying,
  { then }: QualificationInput,
) {
  if (then === 'scenario') return null;
  const ids = items.map((item) => item.id);
  // Read again, with the statuses set just now.
  const fresh = await takeItems(tx, context, customer.id, ids);
  return refusalsWithin('/then/specific_action', () =>
    storeSpecific(tx, context, { customerId: customer.id, items: fresh, plan: then.specific_action, requestKey: null }),
  );
}

interface Remembered {
  input: QualificationInput;
  requestKey: string | null;
  customerMessageId: string | null;
  colleagueMessageId: string | null;
  colleague: string | null;
  specific: { id: string } | null;
}

async function remember(tx: Transaction, context: FactContext, of: Qualifying, what: Remembered): Promise<void> {
  const { id, customer, items, comment } = of;
  const { input, requestKey, customerMessageId, colleagueMessageId, colleague, specific } = what;
  const invoiceIds = items.map((item: TakenItem) => item.id);
  await tx.qualification.create({
    data: {
      ...{ id, creditorId: context.creditorId, customerId: customer.id, invoiceIds, comment },
      ...{ status: input.status, customerMessageId, colleagueMessageId, specificActionId: specific?.id ?? null },
      ...{ actor: asJson(context.actor), at: context.at },
      ...{ requestKey, contentHash: contentHash(input) },
    },
  });
  const data = {
    qualificationId: id,
    status: input.status,
    comment: comment ?? undefined,
    notified: colleague === null ? undefined : [colleague],
  };
  const lines = invoiceIds.map((invoiceId) => ({
    customerId: customer.id,
    invoiceId,
    kind: 'qualified' as const,
    data,
  }));
  await recordHistory(tx, context, lines);
  await raiseVersion(tx, invoiceIds);
}
