import { eraseCustomer } from '../../../facts/customers/erase-customer.ts';
import { erasureInput } from '../../../facts/inputs/erasure.ts';
import type { Database } from '../../../prisma/client.ts';
import { NOW, type World } from '../world.ts';

/** The day on which the years of keeping `knownCustomer` are over. */
export const LATER = new Date('2036-12-01T10:00:00Z');

/** Erases a customer of the world, at `LATER` unless told otherwise. */
export const eraseOf =
  (world: World) =>
  (id: string, at = LATER, more: object = {}) =>
    eraseCustomer(world.db, { ...world.context, at }, id, erasureInput.parse({ reason: 'Demande du client', ...more }));

/** The tables that contain a word, as text or as bytes, which Postgres writes as hexadecimal digits. */
export async function placesOf(db: Database, word: string): Promise<string[]> {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ some: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${name}" AS one WHERE one::text ILIKE $1 OR one::text LIKE $2) AS some`,
      `%${word}%`,
      `%${Buffer.from(word).toString('hex')}%`,
    );
    if (row?.some) found.push(name);
  }
  return found.toSorted();
}

/** A statement to a notary about one case of each of the two customers. */
export async function statementAbout(world: World, one: { id: string; invoice: { id: string } }, other: typeof one) {
  const item = (invoiceId: string) => ({ invoiceId, cycle: 1, level: 0, amountCents: 100_00 });
  const { creditorId } = world;
  return world.db.message.create({
    data: {
      ...{ id: crypto.randomUUID(), creditorId, customerId: other.id, kind: 'email', origin: 'statement' },
      ...{ language: 'fr', currency: 'EUR', test: false, actor: {}, status: 'delivered', reservedAt: NOW },
      ...{ recipients: ['etude@notaire.example'], pdfSha256: 'hash-of-statement', thirdPartyRole: 'notary' },
      items: { create: [item(one.invoice.id), item(other.invoice.id)] },
      content: { create: { pdf: new Uint8Array([1]) } },
    },
    include: { content: true },
  });
}

/** The columns of text, JSON and bytes in these tables that do not contain a word, each as `table.column`. */
export async function columnsWithout(db: Database, word: string, tables: readonly string[]): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ANY (${tables})
      AND (data_type IN ('text', 'json', 'jsonb', 'bytea') OR udt_name = '_text')`;
  const without: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await db.$queryRawUnsafe<{ some: boolean }[]>(
      `SELECT EXISTS (SELECT FROM "${table}" WHERE "${column}"::text ILIKE $1 OR "${column}"::text LIKE $2) AS some`,
      `%${word}%`,
      `%${Buffer.from(word).toString('hex')}%`,
    );
    if (!row?.some) without.push(`${table}.${column}`);
  }
  return without.toSorted();
}
