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

/** Hears what could not be told of the invoice `id`; throws, and nothing more is told. */
type OnFailure = (id: string, error: unknown) => void;

const rethrow: OnFailure = (_id, error) => {
  throw error;
};

/** How many signals are under way at once. */
const ABREAST = 16;

/**
 * Tells each invoice's workflow a fact that is stored, with the state that resulted; starts the workflow of an open
 * invoice that has none. `at` is the instant of the fact on the product's clock. Throws when Temporal does not answer:
 * the fact is in force all the same, and the reconciliation tells what is still untold. With `onFailure` it goes on past
 * whatever cannot be told, which stays untold. The specific actions that an invoice is in hear of it before it counts as told: else
 * nobody would tell them any more once the telling breaks off between the two.
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

/** What a case's workflow is started with. */
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

/** Starts the workflow of an invoice that was just stored, from what is known of it. Nothing is noted: `noteStarted` does. */
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

/** Notes that the workflows of new invoices run. Where that is lost, the reconciliation tells them once more. */
export async function noteStarted(db: Database, invoiceIds: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE invoices SET "toldVersion" = 1, "updatedAt" = now() WHERE id = ANY (${invoiceIds}::uuid[]) AND "toldVersion" = 0`;
}

/**
 * Starts the workflow of an invoice that has none, as far as anybody noted. It may run all the same: then it is told of what has
 * come since the invoice was stored.
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
