import { v7 as uuidv7 } from 'uuid';
import { goesByPrintProvider } from '../../domain/messages/connectors.ts';
import type { RunRefusalCode } from '../../domain/messages/run-refusals.ts';
import type { Database } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { asJson } from '../stored-json.ts';

export interface RunInput {
  level: number;
  mode: 'email' | 'letter';
  dryRun: boolean;
  /** In the order in which the letters shall be made; an id given twice counts once. */
  invoiceIds: readonly string[];
  /** What a dry run refused, by invoice id. A run of that dry run refuses it too, whatever has changed since. */
  refusals?: ReadonlyMap<string, { code: string | null; detail: string | null }>;
  /** True when the dry run announced simple letters by the print provider: they go that way or not at all. */
  byProvider?: boolean;
}

const NOT_FOUND: { code: RunRefusalCode; detail: string } = { code: 'not_found', detail: 'There is no such invoice.' };

/** Rows written in one statement. */
const CHUNK = 1_000;

/**
 * Stores a run for its workflow, and returns its id. A repeat with the same `requestKey` is the same run. An id that is
 * no invoice of this creditor becomes a refused item.
 */
export async function createRun(
  db: Database,
  context: FactContext,
  { level, mode, dryRun, invoiceIds, refusals, byProvider = false }: RunInput,
  requestKey: string | null,
): Promise<string> {
  const earlier = requestKey && (await db.run.findUnique({ where: { requestKey }, select: { id: true } }));
  if (earlier) return earlier.id;
  const { creditorId, at } = context;
  const id = uuidv7();
  const ids = [...new Set(invoiceIds)];
  const customers = await customersOf(db, creditorId, ids);
  const items = ids.map((invoiceId, position) => {
    const customerId = customers.get(invoiceId) ?? null;
    const refusal = customerId ? refusals?.get(invoiceId) : NOT_FOUND;
    const refused = refusal ? { state: 'refused' as const, ...refusal } : {};
    return { runId: id, invoiceId, customerId, position, ...refused };
  });
  const letter = { kind: mode, letterKind: 'simple' } as const;
  const isByProvider = byProvider || goesByPrintProvider(context.connectors, letter);
  await db.$transaction(async (tx) => {
    const actor = asJson(context.actor);
    await tx.run.create({
      data: {
        ...{ id, creditorId, level, mode, dryRun, byProvider: isByProvider },
        ...{ total: ids.length, actor, requestKey, createdAt: at },
      },
    });
    for (let first = 0; first < items.length; first += CHUNK) {
      await tx.runItem.createMany({ data: items.slice(first, first + CHUNK) });
    }
  });
  return id;
}

async function customersOf(db: Database, creditorId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let first = 0; first < ids.length; first += CHUNK) {
    const rows = await db.invoice.findMany({
      where: { creditorId, id: { in: ids.slice(first, first + CHUNK) } },
      select: { id: true, customerId: true },
    });
    for (const row of rows) found.set(row.id, row.customerId);
  }
  return found;
}
