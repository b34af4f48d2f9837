import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from './generated/client.ts';
import { inOneTrip } from './one-trip.ts';
import { PipelinedClient } from './pipelined-client.ts';
import { boundSessions } from './session-bounds.ts';
import { socketThatNoticesSilence } from './silent-connection.ts';
import { createStatementNames } from './statement-name.ts';

/** Cents are BIGINT in Postgres and safe integers in code: zod lets none above 1e13 in. */
const cents = <Field extends string>(field: Field) => ({
  needs: { [field]: true } as Record<Field, true>,
  compute: (row: Record<Field, bigint>): number => Number(row[field]),
});
const optionalCents = <Field extends string>(field: Field) => ({
  needs: { [field]: true } as Record<Field, true>,
  compute: (row: Record<Field, bigint | null>): number | null => (row[field] === null ? null : Number(row[field])),
});

/** As long as a transaction may take. */
const SILENT_MS = 30_000;
/** A connection keeps the statements it has planned: one that is closed too soon takes them along. */
const IDLE_MS = 5 * 60_000;
/** One that is never idle gives them back now and then: what it has planned since is megabytes of Postgres's memory. */
const LIFETIME_S = 3_600;

interface DatabaseOptions {
  /** A connection on which nothing comes or goes for so long is given up, here and, soon after, by Postgres. */
  silentMs?: number;
  /** Called once when Postgres, or a pooler, refuses the timeouts of session-bounds.ts: the process goes on without them. */
  onUnbounded?: (error: unknown) => void;
}

function openPool(
  url: string,
  poolSize: number,
  { silentMs = SILENT_MS, onUnbounded = () => undefined }: DatabaseOptions,
): pg.Pool {
  const stream = () => socketThatNoticesSilence(silentMs);
  const pool = new pg.Pool({
    Client: PipelinedClient,
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: IDLE_MS,
    maxLifetimeSeconds: LIFETIME_S,
    keepAlive: true,
    stream,
  });
  // One that breaks while nobody uses it is replaced when somebody does.
  pool.on('error', () => undefined);
  pool.on('connect', boundSessions(silentMs, onUnbounded));
  // One to a server that has become read-only would stay for as long as it is busy: the next asks anew where to write.
  pool.on('release', (_error, client) => {
    if ((client as unknown as PipelinedClient).isReadOnly) void client.end();
  });
  return pool;
}

/** Opens the pool. `url` is a Postgres connection string; `poolSize` the most connections it takes. */
export function createDatabase(url: string, poolSize = 10, options: DatabaseOptions = {}) {
  const pool = openPool(url, poolSize, options);
  const nameOf = createStatementNames();
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: ({ sql }) => nameOf(sql),
    disposeExternalPool: true,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: SILENT_MS } }).$extends({
    client: {
      /** `inOneTrip` on a connection of this pool; like all raw SQL it is not narrowed to a creditor (prisma/scope.ts). */
      $inOneTrip: (...statements: Prisma.Sql[]) => inOneTrip(pool, statements, nameOf),
    },
    result: {
      settings: {
        toleranceCents: cents('toleranceCents'),
        shareCapitalCents: optionalCents('shareCapitalCents'),
      },
      invoice: {
        totalCents: cents('totalCents'),
        paidCents: cents('paidCents'),
        creditedCents: cents('creditedCents'),
        balanceCents: cents('balanceCents'),
      },
      hold: { amountCents: optionalCents('amountCents'), settledAtStartCents: optionalCents('settledAtStartCents') },
      message: { postageCents: optionalCents('postageCents') },
      payment: { amountCents: cents('amountCents'), unallocatedCents: cents('unallocatedCents') },
      allocation: { amountCents: cents('amountCents') },
      refund: { amountCents: cents('amountCents') },
      messageItem: { amountCents: cents('amountCents') },
      demoClock: { offsetMs: cents('offsetMs') },
    },
  });
}

export type Database = ReturnType<typeof createDatabase>;
/** What the callback of `database.$transaction` is given. */
export type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];
