import { CsvButton } from '../../table/csv-button.tsx';
import type { SheetColumn } from '../../table/sheet.ts';
import { withCustomer } from '../../work-list/case-sheets.ts';
import { columnWords } from '../../work-list/column-words.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { WorkList } from './use-work-list.ts';

const words = defineWords({ export: 'Exporter', file: 'dossiers' }, { export: 'Export', file: 'cases' });

interface SelectionCsvButtonProps {
  list: WorkList;
  ids: readonly string[] | null;
  /** The columns shown. */
  columns: readonly SheetColumn[];
}

/** Exports exactly the selected cases to a file; `ids` is null for the whole list. */
export function SelectionCsvButton({ list, ids, columns }: SelectionCsvButtonProps) {
  const w = useWords(words);
  const headings = useWords(columnWords);
  return (
    <CsvButton
      path="/v1/invoices"
      query={{ ...list.filter, sort: list.sort }}
      ids={ids}
      columns={withCustomer(columns, headings)}
      name={w.file}
      label={w.export}
    />
  );
}
