import { CsvButton } from '../../table/csv-button.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { WorkList } from './use-work-list.ts';

const words = defineWords({ export: 'Exporter', file: 'dossiers' }, { export: 'Export', file: 'cases' });

/** Exactly the ticked dossiers as a file; `ids` null: the whole list is. */
export function SelectionCsvButton({ list, ids }: { list: WorkList; ids: readonly string[] | null }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  return (
    <CsvButton
      path="/v1/invoices"
      query={{ ...list.filter, sort: list.sort }}
      ids={ids}
      name={`${w.file}-${todayOn}`}
      label={w.export}
    />
  );
}
