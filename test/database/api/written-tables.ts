import type { Database } from '../../../prisma/client.ts';

/** Which tables have been written since the last call; writes that were rolled back do not count. */
export interface WrittenTables {
  sinceLastAsked(): Promise<string[]>;
  end(): Promise<void>;
}

/** Makes every table of the database record each row that is inserted, changed or deleted, in the same transaction. */
export async function watchWrites(db: Database): Promise<WrittenTables> {
  const rows = await db.$queryRawUnsafe<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  );
  await db.$executeRawUnsafe('CREATE TABLE test_written (name text NOT NULL)');
  await db.$executeRawUnsafe(
    `CREATE FUNCTION test_note_write() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN INSERT INTO test_written VALUES (TG_TABLE_NAME); RETURN NULL; END $$`,
  );
  for (const { name } of rows)
    await db.$executeRawUnsafe(
      `CREATE TRIGGER test_note_write AFTER INSERT OR UPDATE OR DELETE ON "${name}" FOR EACH ROW EXECUTE FUNCTION test_note_write()`,
    );
  return {
    sinceLastAsked: async () => {
      const written = await db.$queryRawUnsafe<{ name: string }[]>('DELETE FROM test_written RETURNING name');
      return [...new Set(written.map(({ name }) => name))].toSorted();
    },
    end: async () => {
      await db.$executeRawUnsafe('DROP FUNCTION test_note_write() CASCADE');
      await db.$executeRawUnsafe('DROP TABLE test_written');
    },
  };
}
