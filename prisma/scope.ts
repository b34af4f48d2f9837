import type { Database } from './client.ts';

type Where = Record<string, unknown>;

/** Where each model keeps its creditor: in its own column, or through its parent. */
const OWN_COLUMN = new Set([
  'Settings',
  'ApiKey',
  'User',
  'Session',
  'ThirdParty',
  'CustomerGroup',
  'Customer',
  'Invoice',
  'InvoiceListing',
  'OpenStep',
  'Hold',
  'Payment',
  'EarlyReversal',
  'Allocation',
  'Refund',
  'Scenario',
  'Template',
  'Action',
  'SpecificAction',
  'Qualification',
  'Decision',
  'Message',
  'MessageProof',
  'Consent',
  'SendingLine',
  'HistoryEntry',
  'Attachment',
  'Import',
  'Run',
]);
const THROUGH_PARENT: Record<string, (creditorId: string) => Where> = {
  Creditor: (id) => ({ id }),
  Contact: (creditorId) => ({ customer: { creditorId } }),
  StepRecord: (creditorId) => ({ invoice: { creditorId } }),
  ScenarioVersion: (creditorId) => ({ scenario: { creditorId } }),
  ScenarioStep: (creditorId) => ({ version: { scenario: { creditorId } } }),
  TemplateVariant: (creditorId) => ({ template: { creditorId } }),
  ActionInvoice: (creditorId) => ({ action: { creditorId } }),
  MessageContent: (creditorId) => ({ message: { creditorId } }),
  RunItem: (creditorId) => ({ run: { creditorId } }),
  MessageItem: (creditorId) => ({ message: { creditorId } }),
};
/** Models of the installation, which belong to no creditor. */
const OF_NOBODY = new Set(['DemoClock', 'IdempotentRequest']);

const scopes = new WeakMap<Database, Map<string, Database>>();

/**
 * One creditor at a time (docs/guarantees.md, "One creditor at a time; nothing personal where it need not be"): the
 * same database, in which only this creditor's rows exist. Every read, change and deletion is narrowed to them, and
 * every created row belongs to this creditor, whatever the caller asked for. Raw SQL is not narrowed: it names the
 * creditor or takes its ids from rows that were read here (test/architecture/raw-sql.test.ts). Ids from outside must be
 * read before they are connected.
 */
export function forCreditor(db: Database, creditorId: string): Database {
  const known = scopes.get(db) ?? new Map<string, Database>();
  scopes.set(db, known);
  const scoped = known.get(creditorId) ?? scope(db, creditorId);
  known.set(creditorId, scoped);
  return scoped;
}

function scope(db: Database, creditorId: string): Database {
  return db.$extends({
    query: {
      $allModels: {
        $allOperations: ({ model, operation, args, query }) =>
          query(narrow(model, operation, args, creditorId) as typeof args),
      },
    },
  });
}

function narrow(model: string, operation: string, args: Where, creditorId: string): Where {
  if (OF_NOBODY.has(model)) return args;
  const own = OWN_COLUMN.has(model);
  const theirs = own ? { creditorId } : THROUGH_PARENT[model]?.(creditorId);
  if (!theirs) throw new Error(`prisma/scope.ts does not say whose a ${model} is`);
  if (operation.startsWith('create')) return own ? { ...args, data: owned(args['data'], creditorId) } : args;
  const narrowed = { ...args, where: both(args['where'] as Where | undefined, theirs) };
  return own && operation === 'upsert' ? { ...narrowed, create: owned(args['create'], creditorId) } : narrowed;
}

/** Adds the condition under `AND`, because Prisma wants the unique field of a `findUnique` at the top. */
function both(where: Where = {}, theirs: Where): Where {
  return { ...where, AND: [...[where['AND'] ?? []].flat(), theirs] };
}

function owned(data: unknown, creditorId: string): unknown {
  return Array.isArray(data) ? data.map((row: Where) => ({ ...row, creditorId })) : { ...(data as Where), creditorId };
}
