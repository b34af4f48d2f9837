import { COLUMNS, type Column, type ImportKind } from './columns.ts';
import type { Mapping } from './mapped-file.ts';
import type { ReadFile } from './read-csv.ts';

/** Columns that other software often leaves out, because the value is the same on every line. */
const OFTEN_LEFT_OUT: Record<ImportKind, readonly string[]> = {
  customers: ['kind'],
  invoices: ['currency'],
  payments: ['currency'],
  third_parties: [],
};

/** The value for every line, by the name of the missing column. */
export type SameForAll = Readonly<Record<string, string>>;

/** A complete value: a currency or a kind. A currency that is still being typed does not count. */
const WHOLE = /^(?:[A-Z]{3}|[a-z]+)$/;

/** The missing columns whose value can be given once for all lines. */
export const sayableOnce = ({ kind, columns }: Mapping): Column[] =>
  COLUMNS[kind].filter(({ name }) => OFTEN_LEFT_OUT[kind].includes(name) && !columns.includes(name));

/** The file with these values added to every line. */
export function withSameForAll(
  file: ReadFile,
  mapping: Mapping,
  same: SameForAll,
): { file: ReadFile; mapping: Mapping } {
  const added = sayableOnce(mapping).flatMap(({ name }) =>
    WHOLE.test(same[name] ?? '') ? [{ name, cell: same[name] ?? '' }] : [],
  );
  const cellsOf = (cells: readonly string[]) => [
    ...file.headers.map((_, at) => cells[at] ?? ''),
    ...added.map(({ cell }) => cell),
  ];
  return {
    file: {
      ...file,
      headers: [...file.headers, ...added.map(({ name }) => name)],
      records: file.records.map(({ line, cells }) => ({ line, cells: cellsOf(cells) })),
    },
    mapping: { ...mapping, columns: [...mapping.columns, ...added.map(({ name }) => name)] },
  };
}
