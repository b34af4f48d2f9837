import { expect, it } from 'vitest';
import { COLUMNS, guessColumns, IMPORT_KINDS } from '../../console/pages/imports/columns.ts';
import { exampleFile } from '../../console/pages/imports/example-file.ts';
import { mapRows, missingColumns } from '../../console/pages/imports/mapped-file.ts';
import { readCsv } from '../../console/pages/imports/read-csv.ts';

it.each(IMPORT_KINDS.flatMap((kind) => (['fr', 'en'] as const).map((language) => [kind, language] as const)))(
  'the example of %s in %s is read as it is: every column known, none missing, nothing faulty',
  async (kind, language) => {
    const file = readCsv('exemple.csv', await exampleFile(kind, language).arrayBuffer());
    const mapping = { kind, columns: guessColumns(kind, file.headers), unit: 'units' } as const;
    expect(file.headers).toEqual(
      mapping.columns.map((name) => COLUMNS[kind].find((column) => column.name === name)?.[language]),
    );
    expect(missingColumns(mapping)).toEqual([]);
    const rows = mapRows(file, mapping);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap(({ cells }) => cells.filter(({ isFaulty }) => isFaulty))).toEqual([]);
  },
);
