import { useSession } from '../frame/session.ts';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { saveFile } from './save-file.ts';
import { type Cells, type SheetColumn, sheetOf } from './sheet.ts';

const words = defineWords({ currency: 'Devise' }, { currency: 'Currency' });

/** Saves rows as a file for a spreadsheet. `name` is without day and extension. */
export function useSaveSheet() {
  const w = useWords(words);
  const { language } = useLanguage();
  const { todayOn, timeZone } = useSession();
  return (rows: readonly Cells[], columns: readonly SheetColumn[], name: string) => {
    const sheet = sheetOf(rows, columns, { language, timeZone, currency: w.currency });
    saveFile(new Blob([sheet], { type: 'text/csv;charset=utf-8' }), `${name}-${todayOn}.csv`);
  };
}
