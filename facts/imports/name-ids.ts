import { folded } from '../../domain/format/folded.ts';
import type { ImportKind } from '../../prisma/generated/enums.ts';
import type { Database } from '../../prisma/client.ts';
import type { FileRecord } from './read-file.ts';
import type { ImportUnit } from './units.ts';

/** The columns in which a file may use a name instead of an id, and the column of that id. */
const NAMED = {
  referrer: { idColumn: 'referrer_id', what: 'third party' },
  notary: { idColumn: 'notary_id', what: 'third party' },
  collector: { idColumn: 'collector_id', what: 'user' },
  scenario: { idColumn: 'scenario_id', what: 'scenario' },
} as const;

type NamedColumn = keyof typeof NAMED;
const COLUMNS_OF: Partial<Record<ImportKind, readonly NamedColumn[]>> = {
  customers: ['collector', 'scenario'],
  invoices: ['referrer', 'notary', 'scenario'],
};

/** Ids by name, ignoring accents and capitals. */
type Ids = Map<string, string[]>;
/** The ids of each kind, in the order in which they count: a reference goes before a name. */
type Book = Record<(typeof NAMED)[NamedColumn]['what'], Ids[]>;

/**
 * Fills in the ids of the third parties (by reference or name), users (by e-mail) and scenarios (by name) that units
 * name. A name that fits nobody, or more than one, is a fault of its unit.
 */
export async function nameIds(
  db: Database,
  { creditorId }: { creditorId: string },
  kind: ImportKind,
  units: readonly ImportUnit[],
): Promise<ImportUnit[]> {
  const columns = (COLUMNS_OF[kind] ?? []).filter((column) =>
    units.some(({ records }) => records.some(({ cells }) => cells[column] !== undefined)),
  );
  if (columns.length === 0) return [...units];
  const book = await readBook(db, creditorId, columns);
  return units.map((unit) => withIds(unit, columns, book));
}

async function readBook(db: Database, creditorId: string, columns: readonly NamedColumn[]): Promise<Book> {
  const where = { creditorId };
  const asks = (what: keyof Book) => columns.some((column) => NAMED[column].what === what);
  const parties = asks('third party')
    ? await db.thirdParty.findMany({ where, select: { id: true, reference: true, name: true } })
    : [];
  const users = asks('user') ? await db.user.findMany({ where, select: { id: true, email: true } }) : [];
  const scenarios = asks('scenario') ? await db.scenario.findMany({ where, select: { id: true, name: true } }) : [];
  return {
    'third party': [idsBy(parties, ({ reference }) => reference), idsBy(parties, ({ name }) => name)],
    user: [idsBy(users, ({ email }) => email)],
    scenario: [idsBy(scenarios, ({ name }) => name)],
  };
}

function idsBy<Row extends { id: string }>(rows: readonly Row[], nameOf: (row: Row) => string | null): Ids {
  const ids: Ids = new Map();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) ids.set(folded(name), [...(ids.get(folded(name)) ?? []), row.id]);
  }
  return ids;
}

function withIds(unit: ImportUnit, columns: readonly NamedColumn[], book: Book): ImportUnit {
  const named = unit.records.map((record) => recordWithIds(record, columns, book));
  const fault = named.find((one) => one.fault !== null)?.fault;
  return { ...unit, records: named.map(({ record }) => record), ...(fault ? { fault } : {}) };
}

function recordWithIds(record: FileRecord, columns: readonly NamedColumn[], book: Book) {
  const cells = { ...record.cells };
  const faults: string[] = [];
  for (const column of columns) {
    const cell = cells[column];
    if (cell === undefined) continue;
    const { idColumn, what } = NAMED[column];
    const found = idsOf(cell, book[what]);
    if (cells[idColumn] !== undefined) faults.push(`Both ${column} and ${idColumn} are given.`);
    else if (found.length === 0) faults.push(`There is no ${what} called ${JSON.stringify(cell.slice(0, 100))}.`);
    else if (found.length > 1) faults.push(`More than one ${what} is called ${JSON.stringify(cell.slice(0, 100))}.`);
    else cells[idColumn] = found[0]!;
  }
  const fault = faults.length === 0 ? null : { code: 'unknown_name', detail: faults.join(' ') };
  return { record: { ...record, cells }, fault };
}

/** The ids that fit the name; when a reference fits, names are not looked at. */
function idsOf(cell: string, ranks: readonly Ids[]): string[] {
  const wanted = folded(cell);
  return ranks.map((ids) => ids.get(wanted)).find((found) => found !== undefined) ?? [];
}
