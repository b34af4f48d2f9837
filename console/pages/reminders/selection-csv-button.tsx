import { CsvButton } from '../../table/csv-button.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { WorkList } from './use-work-list.ts';

const words = defineWords({ export: 'Exporter', file: 'dossiers' }, { export: 'Export', file: 'cases' });

/** What one request of chosen ids may name. */
const MOST_IDS = 200;

/** The ticked dossiers as a file; of more than can be named one by one, the whole list. */
export function SelectionCsvButton({ list, ids }: { list: WorkList; ids: readonly string[] | null }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const chosen = ids && ids.length <= MOST_IDS ? { ids: ids.join(',') } : list.filter;
  return (
    <CsvButton
      path="/v1/invoices"
      query={{ ...chosen, sort: list.sort }}
      name={`${w.file}-${todayOn}`}
      label={w.export}
    />
  );
}
