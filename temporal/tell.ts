import { WorkflowNotFoundError } from '@temporalio/client';
import pMap from 'p-map';
import { formatAmount } from '../domain/format/amount.ts';
import { caseFacts, loadCases, type LoadedCase } from '../facts/case-facts.ts';
import type { Telling } from '../facts/outcome.ts';
import type { Database } from '../prisma/client.ts';
import { invoiceWorkflowId } from '../workflows/ids.ts';
import { factSignal, type InvoiceInput } from '../workflows/messages.ts';
import { SEARCH_ATTRIBUTES } from '../workflows/search-attributes.ts';
import { type Dispatcher, startExecution } from './dispatcher.ts';
import { specificActionsTeller } from './tell-specific.ts';

/** Called for each invoice whose workflow could not be signalled. If it throws, telling stops. */
type OnFailure = (id: string, error: unknown) => void;

const rethrow: OnFailure = (_id, error) => {
  throw error;
};

/** How many signals are sent at once. */
const ABREAST = 16;

/**
 * Signals a stored fact to each invoice's workflow, with the resulting state; starts the workflow of an open invoice
 * that has none. `at` is the instant of the fact on the product's clock. Throws when Temporal does not answer: the fact
 * is in force all the same, and the reconciliation tells what is still untold. With `onFailure`, telling goes on past
 * an invoice that cannot be told, which stays untold. An invoice counts as told only after its specific actions were
 * told: otherwise nobody would tell them when telling breaks off in between.
 */
export async function tell(
  db: Database,
  dispatcher: Dispatcher,
  tellings: readonly Telling[],
  at: Date,
  onFailure: OnFailure = rethrow,
): Promise<void> {
  if (tellings.length === 0) return;
  const cases = await loadCases(
    db,
    tellings.map((telling) => telling.invoiceId),
  );
  const tellActions = await specificActionsTeller(
    db,
    dispatcher,
    cases.flatMap((row) => row.specificActionIds),
    at,
  );
  const byId = new Map(cases.map((row) => [row.id, row]));
  const tellAbout = async (telling: Telling) => {
    const row = byId.get(telling.invoiceId);
    if (!row) return;
    const toldWith = () => tellActions(row.specificActionIds);
    await tellOne(db, dispatcher, row, telling, at, toldWith).catch((error: unknown) => onFailure(row.id, error));
  };
  await pMap(tellings, tellAbout, { concurrency: ABREAST });
}

/** The data with which a case's workflow is started. */
export interface CaseStart {
  id: string;
  creditorId: string;
  slug: string;
  customerId: string;
  number: string;
  totalCents: number;
  balanceCents: number;
  currency: string;
}

/**
 * Starts the workflow of an invoice that was just stored, from the data at hand. The start is not recorded here;
 * `noteStarted` does that.
 */
export async function startOpenedCase(
  dispatcher: Dispatcher,
  start: CaseStart,
  at: Date,
  startDelayMs = 0,
): Promise<void> {
  const input: InvoiceInput = { creditorId: start.creditorId, invoiceId: start.id };
  await startExecution(dispatcher, {
    workflowId: invoiceWorkflowId(start.slug, start.id),
    type: 'invoice',
    input,
    at,
    summary: `${start.number} · ${formatAmount(start.totalCents, start.currency, 'fr')}`,
    searchAttributes: [
      { key: SEARCH_ATTRIBUTES.CustomerId, value: start.customerId },
      { key: SEARCH_ATTRIBUTES.BalanceCents, value: start.balanceCents },
    ],
    startDelayMs,
  });
}

/** Records that the workflows of new invoices run. If that is lost, the reconciliation tells them once more. */
export async function noteStarted(db: Database, invoiceIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE invoices SET "toldVersion" = 1, "updatedAt" = now() WHERE id = ANY (${invoiceIds}::uuid[]) AND "toldVersion" = 0`;
}

/**
 * Starts the workflow of an invoice that has none on record. If it is running all the same, it is told what has changed
 * since the invoice was stored.
 */
export async function startCase(db: Database, dispatcher: Dispatcher, invoiceId: string, at: Date): Promise<void> {
  const [row] = await loadCases(db, [invoiceId]);
  if (!row || row.closedAs) return;
  if (row.version > 1) return tell(db, dispatcher, [{ invoiceId, signal: 'invoiceChanged', data: {} }], at);
  await startOpenedCase(dispatcher, row, at);
  await markTold(db, row);
}

async function tellOne(
  db: Database,
  dispatcher: Dispatcher,
  row: LoadedCase,
  telling: Telling,
  at: Date,
  tellActions: () => Promise<void>,
): Promise<void> {
  const workflowId = invoiceWorkflowId(row.slug, row.id);
  const message = { at: at.toISOString(), facts: caseFacts(row), data: telling.data };
  try {
    await dispatcher.client.workflow.getHandle(workflowId).signal(factSignal(telling.signal), message);
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    if (!row.closedAs) await startOpenedCase(dispatcher, row, at);
  }
  await tellActions();
  await markTold(db, row);
}

async function markTold(db: Database, row: LoadedCase): Promise<void> {
  const { id, version } = row;
  await db.$executeRaw`
    UPDATE invoices SET "toldVersion" = ${version}, "updatedAt" = now() WHERE id = ${id}::uuid AND "toldVersion" < ${version}`;
}
