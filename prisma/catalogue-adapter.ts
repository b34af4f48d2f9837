import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR_OID = 18;
const TEXT_OID = 25;

interface CatalogueAdapterFactory {
  factory: SqlMigrationAwareDriverAdapterFactory;
  /** Ends its connections: the engine does not, and one that it leaves open keeps the engine's lock. */
  close: () => Promise<void>;
}

/**
 * Postgres's catalogue has columns of the type "char", which the schema engine reads to see what a database holds and which
 * Prisma's driver adapter refuses: here they come out as the characters they are.
 */
export function catalogueAdapter(databaseUrl: string): CatalogueAdapterFactory {
  let charColumns: boolean[] = [];

  class CataloguePool extends pg.Pool {
    override query = (async (...args: unknown[]) => {
      const ask = pg.Pool.prototype.query.bind(this) as unknown as (...args: unknown[]) => Promise<pg.QueryResult>;
      const result = await ask(...args);
      charColumns = result.fields.map((field) => field.dataTypeID === CHAR_OID);
      for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
      return result;
    }) as unknown as pg.Pool['query'];
  }

  class CatalogueAdapter extends PrismaPg {
    override async connect() {
      const adapter = await super.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      // The engine asks one question at a time, so that the columns are those of its last one.
      adapter.queryRaw = async (query) => {
        const answer = await queryRaw(query);
        const columnTypes = answer.columnTypes.map((type, index) =>
          charColumns[index] ? ColumnTypeEnum.Character : type,
        );
        return { ...answer, columnTypes };
      };
      return adapter;
    }
  }

  const pool = new CataloguePool({ connectionString: databaseUrl });
  return { factory: new CatalogueAdapter(pool), close: () => pool.end() };
}
