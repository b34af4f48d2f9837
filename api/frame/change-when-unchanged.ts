import { isUnchanged } from '../../facts/is-unchanged.ts';
import { notHere, stale } from './problem.ts';

interface Versioned {
  id: string;
  version: number;
}

/** The part of a Prisma model that this needs. */
interface Table<Row extends Versioned> {
  findUnique: (args: { where: { id: string } }) => PromiseLike<Row | null>;
  updateMany: (args: { where: { id: string; version: number }; data: never }) => PromiseLike<{ count: number }>;
}

/**
 * Changes a row that has a version and returns the row as it is afterwards. 404 when there is none, 428 and 412 as
 * `matches` decides, 412 also when another request changes it at the same moment. Undefined fields keep their value;
 * when nothing changes, neither does the version.
 */
export async function changeWhenUnchanged<Row extends Versioned>(
  table: Table<Row>,
  id: string,
  matches: (version: number) => void,
  change: Record<string, unknown>,
): Promise<Row> {
  const before = await table.findUnique({ where: { id } });
  if (!before) throw notHere();
  matches(before.version);
  if (isUnchanged(before, change)) return before;
  const data = { ...change, version: { increment: 1 } } as never;
  const { count } = await table.updateMany({ where: { id, version: before.version }, data });
  const after = await table.findUnique({ where: { id } });
  if (count === 0 || !after) throw stale();
  return after;
}
