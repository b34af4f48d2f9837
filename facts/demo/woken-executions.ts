import { OPEN_STATES } from '../../domain/messages/open-states.ts';
import { isOfCustomer } from '../actions/of-customer.ts';
import type { Database } from '../../prisma/client.ts';
import { LEAVING_ACTION } from './leaving-action.ts';
import { invoiceWorkflowId, messageWorkflowId, specificActionWorkflowId } from '../../workflows/ids.ts';

/**
 * The workflows of specific actions that are still to leave (those due by `at`, or all) and of their cases. The cases
 * are moved too, because a case told on an earlier day that the action is over would be planned for that day.
 */
async function actionExecutions(db: Database, at?: Date): Promise<string[]> {
  const due = at ? { dueAt: { lte: at } } : {};
  const select = { id: true, customerId: true, invoices: { select: { invoiceId: true } }, ...SLUG };
  const actions = await db.action.findMany({ where: { ...LEAVING_ACTION, ...due }, select });
  return actions
    .filter(isOfCustomer)
    .flatMap(({ id, invoices, customer: { creditor } }) => [
      specificActionWorkflowId(creditor.slug, id),
      ...invoices.map(({ invoiceId }) => invoiceWorkflowId(creditor.slug, invoiceId)),
    ]);
}

const SLUG = { customer: { select: { creditor: { select: { slug: true } } } } } as const;

/**
 * Workflow ids of the cases and messages that have something to do at or before `at`. A step that has waited for a
 * person since before `afterAt` is left out: its workflow has been woken already.
 */
export async function wokenExecutions(db: Database, afterAt: Date, at: Date): Promise<string[]> {
  const upToThen = { lte: at };
  const holdsOver = { some: { endedAt: null, endsAt: upToThen } };
  const invoices = await db.invoice.findMany({
    where: {
      kind: 'invoice',
      closedAs: null,
      OR: [
        { openStep: { mode: 'automatic', dueAt: upToThen, messageId: null } },
        { openStep: { dueAt: { gt: afterAt, lte: at }, messageId: null } },
        { openStep: { lapsesAt: upToThen, messageId: null } },
        { holds: holdsOver },
        { customer: { holds: { some: { invoiceId: null, endedAt: null, endsAt: upToThen } } } },
      ],
    },
    select: { id: true, ...SLUG },
  });
  const messages = await db.message.findMany({
    where: { nextTryAt: upToThen },
    select: { id: true, items: { select: { invoiceId: true } }, ...SLUG },
  });
  // Their cases too: a case told of the outcome on the day of the reservation would send again on that day.
  const carried = messages.flatMap(({ items, customer }) =>
    items.map(({ invoiceId }) => invoiceWorkflowId(customer.creditor.slug, invoiceId)),
  );
  const ids = [
    ...invoices.map((row) => invoiceWorkflowId(row.customer.creditor.slug, row.id)),
    ...carried,
    ...messages.map((row) => messageWorkflowId(row.customer.creditor.slug, row.id)),
    ...(await actionExecutions(db, at)),
  ];
  return [...new Set(ids)];
}

/** Workflow ids of the open cases of these customers, or of all customers. */
export async function openCases(db: Database, customerIds?: string[]): Promise<string[]> {
  const ofThem = customerIds ? { customerId: { in: customerIds } } : {};
  const where = { kind: 'invoice', closedAs: null, ...ofThem } as const;
  const invoices = await db.invoice.findMany({ where, select: { id: true, ...SLUG } });
  return invoices.map((row) => invoiceWorkflowId(row.customer.creditor.slug, row.id));
}

/**
 * Workflow ids of everything alive: open cases, messages with an open outcome, and specific actions that are to leave.
 */
export async function livingExecutions(db: Database): Promise<string[]> {
  const messages = await db.message.findMany({
    where: { status: { in: [...OPEN_STATES] } },
    select: { id: true, ...SLUG },
  });
  const ids = [
    ...(await openCases(db)),
    ...messages.map((row) => messageWorkflowId(row.customer.creditor.slug, row.id)),
    ...(await actionExecutions(db)),
  ];
  return [...new Set(ids)];
}
