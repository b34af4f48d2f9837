import { Select } from '@mantine/core';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';
import { columnName, COLUMNS } from './columns.ts';
import classes from './imports.module.css';
import type { Mapping } from './mapped-file.ts';
import type { ReadFile } from './read-csv.ts';

const words = defineWords(
  {
    header: 'Colonne du fichier',
    sample: 'Exemple',
    target: 'Ce que c’est (*\u00a0: nécessaire)',
    ignored: 'Ignorer cette colonne',
    choose: (header: string) => `Correspondance ${withDe(header)}`,
  },
  {
    header: 'Column of the file',
    sample: 'Example',
    target: 'What it is (*: needed)',
    ignored: 'Leave this column out',
    choose: (header: string) => `What ${header} is`,
  },
);

interface ColumnTableProps {
  file: ReadFile;
  mapping: Mapping;
  choose: (columns: (string | null)[]) => void;
}

/** For each column of the file, chooses the API's column that it stands for. */
export function ColumnTable({ file, mapping, choose }: ColumnTableProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { kind, columns } = mapping;
  const data = COLUMNS[kind].map((column) => ({ value: column.name, label: columnName(column, language) }));
  return (
    <div className={classes.scroller}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.header}</th>
            <th scope="col">{w.sample}</th>
            <th scope="col">{w.target}</th>
          </tr>
        </thead>
        <tbody>
          {file.headers.map((header, at) => (
            <tr key={at}>
              <td>{header}</td>
              <td>{file.records.find(({ cells }) => cells[at])?.cells[at] ?? ''}</td>
              <td>
                <Select
                  aria-label={w.choose(header)}
                  placeholder={w.ignored}
                  size="xs"
                  w={300}
                  searchable
                  clearable
                  data={data.filter(({ value }) => value === columns[at] || !columns.includes(value))}
                  value={columns[at] ?? null}
                  onChange={(name) => choose(columns.map((was, index) => (index === at ? name : was)))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
