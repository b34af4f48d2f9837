import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * An arbitrary number, the same in every version: a script holds this lock while it runs, even when nothing waits for
 * it any more.
 */
export const SCRIPT_LOCK = 7_263_002;

/**
 * Marks the running script as applied, in its own transaction, so that a process killed right afterwards loses nothing.
 */
const NOTE_ITS_END = `
;DO $relance$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE "_prisma_migrations" SET "finished_at" = now() WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;
  END IF;
END $relance$`;

interface CatalogueAdapterFactory {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends the connections: the engine does not, and one that stays open keeps the engine's lock. */
  close: () => Promise<void>;
}

/**
 * Postgres's catalogue has columns of type "char", which the schema engine reads to see what a database holds and which
 * Prisma's driver adapter refuses. This adapter returns them as characters.
 */
export function catalogueAdapter(databaseUrl: string): CatalogueAdapterFactory {
  let charColumns: boolean[] = [];

  class CataloguePool extends pg.Pool {
    override query = (async (...args: unknown[]) => {
      const ask = pg.Pool.prototype.query.bind(this) as unknown as (...args: unknown[]) => Promise<pg.QueryResult>;
      const result = await ask(...args);
      if (Array.isArray(result)) return result; // The result of a script, which nobody reads.
      charColumns = result.fields.map((field) => field.dataTypeID === CHAR_OID);
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      return result;
    }) as unknown as pg.Pool['query'];
  }

  class CatalogueAdapter extends PrismaPg {
    override async connect() {
      const adapter = await super.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      // The engine asks one question at a time, so these columns belong to its last one.
      adapter.queryRaw = async (query) => {
        const answer = await queryRaw(query);
        const columnTypes = answer.columnTypes.map((type, index) =>
          charColumns[index] ? ColumnTypeEnum.Character : type,
        );
        return { ...answer, columnTypes };
      };
      adapter.executeScript = (script) => runWhole(pool, script, adapter as unknown as ErrorReader);
      return adapter;
    }
  }

  const pool: pg.Pool = new CataloguePool({ connectionString: databaseUrl });
  return { factory: new CatalogueAdapter(pool), close: () => pool.end() };
}

interface ErrorReader {
  /** Throws the error in the form that the engine reads. */
  onError(error: unknown): never;
}

/**
 * Runs a migration in one piece, as Prisma's own engine does, so that it is applied entirely or not at all. The driver
 * adapter would split it at every semicolon, also inside a function's body.
 */
async function runWhole(pool: pg.Pool, script: string, adapter: ErrorReader): Promise<void> {
  try {
    await pool.query(`SELECT pg_advisory_xact_lock(${SCRIPT_LOCK});${script}${NOTE_ITS_END}`);
  } catch (error) {
    adapter.onError(error);
  }
}
