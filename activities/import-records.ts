import { ApplicationFailure, heartbeat, sleep } from '@temporalio/activity';
import { readRecords } from '../facts/imports/read-file.ts';
import { type Refusal, storeUnit, type StoredUnit } from '../facts/imports/store-unit.ts';
import { type ImportUnit, toUnits } from '../facts/imports/units.ts';
import type { Actor, FactContext } from '../facts/outcome.ts';
import type { Import } from '../prisma/generated/client.ts';
import { forCreditor } from '../prisma/scope.ts';
import { countBacklog } from '../temporal/backlog.ts';
import { startCase, tell } from '../temporal/tell.ts';
import type { ImportInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';

/** How long one call works before it hands back to its workflow. */
const SLICE_MS = 20_000;
/** Units stored, started and noted as done together; a call that is cut short does at most these again. */
const CHUNK = 40;
/** More workflow tasks than this waiting for a worker, and the import waits too: bulk starts starve first tasks. */
const MOST_WAITING = 40;
const PACE_MS = 200;
/** Refusals are listed up to here, and counted beyond. */
const MOST_LISTED = 10_000;

/**
 * Stores the next records of an import, for some 20 s, and starts the cases of new invoices no faster than the workers take
 * them in. Every chunk is noted when it is done; done again, it changes nothing, since each record carries its own id.
 */
export const createImportRecords =
  (deps: ActivityDeps) =>
  async (call: ImportInput & { at: string }): Promise<{ done: boolean }> => {
    const row = await deps.db.import.findFirst({ where: { id: call.importId, creditorId: call.creditorId } });
    if (!row) throw ApplicationFailure.nonRetryable(`import ${call.importId} does not exist`, 'unknown_import');
    if (row.status === 'done') return { done: true };
    const records = readRecords(row.kind, row.content);
    const units = toUnits(row.kind, records);
    if (row.total !== records.length)
      await deps.db.import.update({ where: { id: row.id }, data: { total: records.length } });
    const sliceEndMs = performance.now() + SLICE_MS;
    let next = row.nextRecord;
    let listed = (row.refused as unknown as Refusal[]).length;
    while (next < units.length && performance.now() < sliceEndMs) {
      heartbeat(next);
      if (row.kind === 'invoices' && (await countBacklog(deps.dispatcher)) > MOST_WAITING) {
        await sleep(PACE_MS);
        continue;
      }
      const chunk = units.slice(next, next + CHUNK);
      const stored = await storeChunk(deps, contextOf(row, call.at), row, chunk);
      next += chunk.length;
      listed = await noteChunk(deps, row.id, { chunk, stored, next, listed });
    }
    if (next < units.length) return { done: false };
    // The product's now, as everywhere that a person reads it.
    await deps.db.import.update({ where: { id: row.id }, data: { status: 'done', finishedAt: new Date(call.at) } });
    return { done: true };
  };

function contextOf(row: Pick<Import, 'creditorId' | 'actor'>, at: string): FactContext {
  const { keyId, ...actor } = row.actor as unknown as Actor & { keyId?: string };
  return { creditorId: row.creditorId, at: new Date(at), actor, ...(keyId ? { keyId } : {}) };
}

async function storeChunk(
  deps: ActivityDeps,
  context: FactContext,
  row: Import,
  chunk: readonly ImportUnit[],
): Promise<StoredUnit[]> {
  const db = forCreditor(deps.db, row.creditorId);
  const groups = new Map<string, ImportUnit[]>();
  for (const unit of chunk) groups.set(unit.orderKey, [...(groups.get(unit.orderKey) ?? []), unit]);
  const stored: StoredUnit[] = [];
  await eachAbreast([...groups.values()], async (group) => {
    for (const unit of group) stored.push(await storeUnit(db, context, row.kind, unit));
  });
  const startIds = stored.flatMap((unit) => unit.startId ?? []);
  await eachAbreast(startIds, (id) => startCase(deps.db, deps.dispatcher, id, context.at));
  await tell(
    deps.db,
    deps.dispatcher,
    stored.flatMap((unit) => unit.tellings),
    context.at,
  );
  return stored;
}

async function noteChunk(
  deps: ActivityDeps,
  importId: string,
  done: { chunk: readonly ImportUnit[]; stored: readonly StoredUnit[]; next: number; listed: number },
): Promise<number> {
  const refused = done.stored.flatMap((unit) => unit.refused);
  const records = done.chunk.reduce((sum, unit) => sum + unit.records.length, 0);
  const shown = refused.slice(0, Math.max(0, MOST_LISTED - done.listed));
  await deps.db.$transaction(async (tx) => {
    await tx.import.update({
      where: { id: importId },
      data: { nextRecord: done.next, accepted: { increment: records - refused.length } },
    });
    if (shown.length > 0) {
      await tx.$executeRaw`UPDATE imports SET refused = refused || ${JSON.stringify(shown)}::jsonb WHERE id = ${importId}::uuid`;
    }
  });
  return done.listed + shown.length;
}
