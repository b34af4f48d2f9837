import { ofOrigin } from '../../domain/actions/action-origin.ts';
import type { Database, Transaction } from '../../prisma/client.ts';
import { isOfCustomer } from '../actions/of-customer.ts';
import { CUSTOMER_HOLDS_IN_FORCE, HOLDS_IN_FORCE } from '../case-facts.ts';
import { WITHOUT_LOGO } from '../settings-without-logo.ts';

const PARTS = {
  specific: true,
  customer: {
    include: {
      holds: CUSTOMER_HOLDS_IN_FORCE,
      creditor: { include: { settings: WITHOUT_LOGO } },
    },
  },
  invoices: { include: { invoice: { include: { holds: HOLDS_IN_FORCE } } }, orderBy: { invoiceId: 'asc' } },
} as const;

/** A specific action with its words, its invoices and their holds; null when there is none. Read it under the lock. */
export async function loadSpecific(tx: Transaction, actionId: string) {
  const action = await findSpecific(tx, actionId);
  return action && whole(action);
}

/**
 * The automatic specific actions due at or before `at` that have not left; read without a lock, to wake their
 * workflows.
 */
export async function loadLateSpecifics(db: Database, creditorId: string, at: Date): Promise<LoadedSpecific[]> {
  const toLeave = { state: 'open', ...ofOrigin('specific_action'), mode: 'automatic', messageId: null } as const;
  const actions = await db.action.findMany({ where: { creditorId, ...toLeave, dueAt: { lte: at } }, include: PARTS });
  return actions.map(whole).filter((action) => action !== null);
}

type Found = NonNullable<Awaited<ReturnType<typeof findSpecific>>>;
const findSpecific = (tx: Transaction, id: string) => tx.action.findUnique({ where: { id }, include: PARTS });

const whole = (action: Found) =>
  action.specific && isOfCustomer(action) ? { ...action, specific: action.specific } : null;

export type LoadedSpecific = NonNullable<Awaited<ReturnType<typeof loadSpecific>>>;
export type SpecificInvoice = LoadedSpecific['invoices'][number]['invoice'];

/** Everything in force that may stop a message about this invoice: its own holds and its customer's. */
export const holdsOn = (action: LoadedSpecific, invoice: SpecificInvoice) => [
  ...invoice.holds,
  ...action.customer.holds,
];
