import type { Database } from '../prisma/client.ts';
import type { FactSignalName } from '../workflows/messages.ts';
import { localDayAt } from './business-calendar.ts';
import { recordHistory } from './history.ts';
import { flattenSignal, operationsInputs } from './inputs/operations.ts';
import { OPERATIONS, type OperationsCase } from './operations/store-by-signal.ts';
import type { FactContext, Telling } from './outcome.ts';
import { FactRefused, notFound } from './refused.ts';
import { plainWords } from './inputs/plain-words.ts';

export const OPERATIONS_ACTOR = { kind: 'system', name: 'Exploitation' } as const;

/**
 * Stores a fact that operations signalled from the Temporal UI or CLI, without a version, with the function that the
 * API uses. A message that cannot be understood, or is refused, becomes a note in the case's history and never an
 * error; withdrawing a promise or resolving a dispute when none is in force leaves no note. `key` names the signal: a
 * second call with it stores nothing twice. Returns whom to tell.
 */
export async function storeOperationsFact(
  db: Database,
  fact: {
    creditorId: string;
    invoiceId: string;
    signal: FactSignalName;
    message: unknown;
    at: Date;
    key: string;
  },
): Promise<Telling[]> {
  const context: FactContext = { creditorId: fact.creditorId, at: fact.at, actor: OPERATIONS_ACTOR };
  const where = { id: fact.invoiceId, creditorId: fact.creditorId };
  const invoice = await db.invoice.findFirst({
    where,
    include: { customer: { include: { creditor: { include: { settings: true } } } } },
  });
  if (!invoice) throw notFound();
  const of: OperationsCase = {
    id: invoice.id,
    number: invoice.number,
    currency: invoice.currency,
    todayOn: localDayAt(invoice.customer.creditor, fact.at),
    // External ids have at most 100 characters.
    key: `operations/${fact.key}`.slice(-100),
  };
  const read = operationsInputs[fact.signal].safeParse(flattenSignal(fact.message), { error: plainWords });
  const detail = read.success
    ? null
    : read.error.issues.map((issue) => `${issue.path.join('.') || 'message'}\u00a0: ${issue.message}`).join('\u00a0; ');
  if (!read.success) return note(db, context, invoice, fact, detail ?? '');
  try {
    return await OPERATIONS[fact.signal](db, context, of, read.data as never);
  } catch (error) {
    if (!(error instanceof FactRefused)) throw error;
    return note(db, context, invoice, fact, error.detail);
  }
}

async function note(
  db: Database,
  context: FactContext,
  invoice: { id: string; customerId: string },
  fact: { signal: string; key: string },
  detail: string,
): Promise<Telling[]> {
  const data = {
    comment: `Le signal «\u00a0${fact.signal}\u00a0» envoyé par l’exploitation n’a rien changé. ${detail}`.trim(),
    signal: fact.signal,
    operationsKey: fact.key,
  };
  await db.$transaction(async (tx) => {
    const where = { invoiceId: invoice.id, kind: 'note', data: { path: ['operationsKey'], equals: fact.key } };
    if (await tx.historyEntry.findFirst({ where, select: { id: true } })) return;
    await recordHistory(tx, context, [{ customerId: invoice.customerId, invoiceId: invoice.id, kind: 'note', data }]);
  });
  return [];
}
