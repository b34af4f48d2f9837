import { ApplicationFailure, cancellationSignal, heartbeat, sleep } from '@temporalio/activity';
import { nameIds } from '../facts/imports/name-ids.ts';
import { openInBulk } from '../facts/imports/open-in-bulk.ts';
import { readRecords, tooLong } from '../facts/imports/read-file.ts';
import { type Refusal, storeUnit, type StoredUnit } from '../facts/imports/store-unit.ts';
import { warnOfKnown } from '../facts/imports/warn-of-known.ts';
import { warnOfTerms } from '../facts/imports/warn-of-terms.ts';
import { type ImportUnit, toUnits } from '../facts/imports/units.ts';
import type { OpenedCase } from '../facts/invoices/store-invoice.ts';
import type { Actor, FactContext } from '../facts/outcome.ts';
import type { Import } from '../prisma/generated/client.ts';
import { forCreditor } from '../prisma/scope.ts';
import { countBacklog, MOST_WAITING } from '../temporal/backlog.ts';
import { noteStarted, startCase, startOpenedCase, tell } from '../temporal/tell.ts';
import type { ImportInput } from '../workflows/messages.ts';
import type { ActivityDeps } from './activity-deps.ts';
import { eachAbreast } from './each-abreast.ts';
import { FirstTaskPace } from './first-task-pace.ts';
import { createProductNow } from './product-now.ts';
import { asActor } from '../facts/stored-json.ts';

/** How long one call works before it hands back to its workflow. */
const SLICE_MS = 20_000;
/** Units stored, started and noted as done together: when a call is cut short, at most these are done again. */
const CHUNK = 100;
const PACE_MS = 200;
/** How many starts at once; a start waits for Temporal and holds no database connection meanwhile. */
const STARTS_ABREAST = 16;
/**
 * Storing facts comes first: the first tasks of new cases wait until about the end of the file, estimated at this much
 * per remaining record and limited by `MOST_HELD_BACK_MS`.
 */
const HOLD_BACK_MS_A_RECORD = 15;
const MOST_HELD_BACK_MS = 30_000;
/** At most this many refusals are listed; further ones are only counted. */
const MOST_LISTED = 10_000;

/**
 * Stores the next records of an import for some 20 s and starts the cases of new invoices at once. Their first tasks
 * are spread, no faster than the workers take them in. Every chunk is noted when it is done; doing it again changes
 * nothing, because each record carries its own id. The import is done when the new cases have their first plans.
 */
export const createImportRecords = (deps: ActivityDeps, pace = new FirstTaskPace(deps.firstTasksPerSecond)) => {
  return async (call: ImportInput & { at: string }): Promise<{ done: boolean }> => {
    const row = await deps.db.import.findFirst({ where: { id: call.importId, creditorId: call.creditorId } });
    if (!row) throw ApplicationFailure.nonRetryable(`import ${call.importId} does not exist`, 'unknown_import');
    if (row.status === 'done') return { done: true };
    if (row.nextRecord === 0 && (await isRefusedWhole(deps, row, call.at))) return { done: true };
    const records = readRecords(row.kind, row.content);
    const units = toUnits(row.kind, records);
    if (row.total !== records.length)
      await deps.db.import.updateMany({ where: { id: row.id }, data: { total: records.length } });
    const sliceEndMs = performance.now() + SLICE_MS;
    let next = row.nextRecord;
    const wasStored = next >= units.length;
    let listed = (row.refused as unknown as Refusal[]).length;
    while (next < units.length && performance.now() < sliceEndMs) {
      heartbeat(next);
      // This worker is stopping; another one goes on.
      if (cancellationSignal().aborted) return { done: false };
      if (row.kind === 'invoices' && (await countBacklog(deps.dispatcher)) > MOST_WAITING) {
        await sleep(PACE_MS);
        continue;
      }
      const chunk = units.slice(next, next + CHUNK);
      const holdBackMs = Math.min(MOST_HELD_BACK_MS, (units.length - next) * HOLD_BACK_MS_A_RECORD);
      const nextDelayMs = () => pace.nextDelayMs(holdBackMs);
      const stored = await storeChunk(deps, contextOf(row, call.at), row, chunk, nextDelayMs);
      next += chunk.length;
      const warnings = await warningsOf(deps, row, chunk, stored);
      listed = await noteChunk(deps, row.id, { chunk, stored, next, listed, warnings });
    }
    if (next < units.length || !(await isPlanned(deps, row, sliceEndMs, wasStored))) return { done: false };
    await deps.db.import.updateMany({ where: { id: row.id }, data: await doneNow(deps, call.at) });
    return { done: true };
  };
};

/**
 * The file is deleted at the end: it is full of personal data, and nothing reads it again. `finishedAt` is the
 * product's now, as everywhere that a person reads it, and not `at`, when this slice of up to 20 s began.
 */
async function doneNow(deps: ActivityDeps, at: string) {
  const nowAt = await createProductNow(deps)();
  return { status: 'done', finishedAt: new Date(nowAt > at ? nowAt : at), content: new Uint8Array() } as const;
}

/**
 * Refuses a file that was accepted before there was a size limit: reading it would bring down every worker, one after
 * the other.
 */
async function isRefusedWhole(deps: ActivityDeps, row: Import, at: string): Promise<boolean> {
  const detail = tooLong(row.content);
  if (detail === null) return false;
  const refused = [{ line: 1, code: 'too_many_lines', detail }];
  await deps.db.import.updateMany({
    where: { id: row.id },
    data: { ...(await doneNow(deps, at)), total: 1, refused },
  });
  return true;
}

/**
 * Waits, until the slice is over at most, for the first plans of the cases stored since the import began, so that
 * anyone who reads "done" finds them in the lists. When a whole slice brought no plan, something else is wrong and the
 * import ends without them. `wasStored`: everything was stored before this slice began, so that the slice only had to
 * wait.
 */
async function isPlanned(deps: ActivityDeps, row: Import, sliceEndMs: number, wasStored: boolean): Promise<boolean> {
  if (row.kind !== 'invoices') return true;
  const where = {
    creditorId: row.creditorId,
    kind: 'invoice',
    closedAs: null,
    plannedVersion: 0,
    // Ids are ordered by the time at which they were assigned.
    id: { gt: row.id },
  } as const;
  const before = await deps.db.invoice.count({ where });
  let left = before;
  while (left > 0 && performance.now() < sliceEndMs && !cancellationSignal().aborted) {
    heartbeat(row.nextRecord);
    await sleep(PACE_MS);
    left = await deps.db.invoice.count({ where });
  }
  return left === 0 || (left >= before && wasStored);
}

function contextOf(row: Pick<Import, 'creditorId' | 'actor'>, at: string): FactContext {
  const { keyId, ...actor } = asActor(row.actor) as Actor & { keyId?: string };
  return { creditorId: row.creditorId, at: new Date(at), actor, ...(keyId ? { keyId } : {}) };
}

async function storeChunk(
  deps: ActivityDeps,
  context: FactContext,
  row: Import,
  chunk: readonly ImportUnit[],
  nextDelayMs: () => number,
): Promise<StoredUnit[]> {
  const db = forCreditor(deps.db, row.creditorId);
  const named = await nameIds(db, context, row.kind, chunk);
  const { opened, rest } = row.kind === 'invoices' ? await openInBulk(db, context, named) : { opened: [], rest: named };
  await startInBulk(deps, context, opened, nextDelayMs);
  const groups = new Map<string, ImportUnit[]>();
  for (const unit of rest) groups.set(unit.orderKey, [...(groups.get(unit.orderKey) ?? []), unit]);
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

async function startInBulk(
  deps: ActivityDeps,
  { creditorId, at }: FactContext,
  opened: readonly OpenedCase[],
  nextDelayMs: () => number,
): Promise<void> {
  if (opened.length === 0) return;
  const { slug } = await deps.db.creditor.findUniqueOrThrow({ where: { id: creditorId }, select: { slug: true } });
  await eachAbreast(
    opened,
    (one) => {
      const start = { ...one, balanceCents: one.totalCents, creditorId, slug };
      return startOpenedCase(deps.dispatcher, start, at, nextDelayMs());
    },
    STARTS_ABREAST,
  );
  await noteStarted(
    deps.db,
    opened.map(({ id }) => id),
  );
}

async function warningsOf(
  deps: ActivityDeps,
  { id, kind, creditorId }: Import,
  chunk: readonly ImportUnit[],
  stored: readonly StoredUnit[],
): Promise<Refusal[]> {
  if (kind !== 'invoices' && kind !== 'payments') return [];
  const refused = new Set(stored.flatMap((unit) => unit.refused.map(({ line }) => line)));
  const taken = chunk.filter(({ records }) => records.every(({ line }) => !refused.has(line)));
  const db = forCreditor(deps.db, creditorId);
  return kind === 'invoices' ? warnOfTerms(db, taken) : warnOfKnown(db, id, taken);
}

async function noteChunk(
  deps: ActivityDeps,
  importId: string,
  done: {
    chunk: readonly ImportUnit[];
    stored: readonly StoredUnit[];
    next: number;
    listed: number;
    warnings: readonly Refusal[];
  },
): Promise<number> {
  const refused = done.stored.flatMap((unit) => unit.refused);
  const records = done.chunk.reduce((sum, unit) => sum + unit.records.length, 0);
  const shown = refused.slice(0, Math.max(0, MOST_LISTED - done.listed));
  // Raw SQL, because Prisma's update would read the whole row back, the file included. Two calls may work at once when
  // one was given up for lost too early: the first to write counts.
  await deps.db.$executeRaw`
    UPDATE imports SET "nextRecord" = ${done.next}, accepted = accepted + ${records - refused.length},
      refused = refused || ${JSON.stringify(shown)}::jsonb,
      warnings = CASE WHEN jsonb_array_length(warnings) < ${MOST_LISTED}
        THEN warnings || ${JSON.stringify(done.warnings)}::jsonb ELSE warnings END
    WHERE id = ${importId}::uuid AND "nextRecord" = ${done.next - done.chunk.length}`;
  return done.listed + shown.length;
}
