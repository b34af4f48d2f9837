import { COLUMNS, type Column, type ImportKind } from './columns.ts';
import type { Mapping } from './mapped-file.ts';
import type { ReadFile } from './read-csv.ts';

/** What other software often leaves out of its files, since it is the same on every line. */
const OFTEN_LEFT_OUT: Record<ImportKind, readonly string[]> = {
  customers: ['kind'],
  invoices: ['currency'],
  payments: ['currency'],
  third_parties: [],
};

/** What every line has, by the name of the column that the file does not have. */
export type SameForAll = Readonly<Record<string, string>>;

/** A currency, or a kind; of a currency that is being typed nothing is taken yet. */
const WHOLE = /^(?:[A-Z]{3}|[a-z]+)$/;

/** The columns that the file does not have and that may be said once for all its lines. */
export const sayableOnce = ({ kind, columns }: Mapping): Column[] =>
  COLUMNS[kind].filter(({ name }) => OFTEN_LEFT_OUT[kind].includes(name) && !columns.includes(name));

/** The file as if it had what was said once on every line. */
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
