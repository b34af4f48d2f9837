import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, unreachable } from '../api/problem.ts';
import { type Language, useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { rowsOfCsv } from './rows-of-csv.ts';
import type { SheetColumn } from './sheet.ts';
import { useSaveSheet } from './use-save-sheet.ts';
import { useSayProblem } from './use-say-problem.ts';

const words = defineWords({ export: 'Exporter en CSV' }, { export: 'Export as CSV' });

interface CsvButtonProps {
  /** The list, e.g. `/v1/customers`. */
  path: string;
  /** Its filters and order. */
  query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** Those that the list shows, with their headings. */
  columns: readonly SheetColumn[];
  /** What the file is called, without its day and ending. */
  name: string;
  /** Only these rows, and no filter: their ids, sent to the list's `/export`. */
  ids?: readonly string[] | null;
  /** In the place of « Exporter en CSV ». */
  label?: string;
}

function askForAll(path: string, query: NonNullable<CsvButtonProps['query']>, language: Language): Promise<Response> {
  const asked = Object.entries(query).flatMap(([key, value]) => (value == null ? [] : [[key, String(value)]]));
  const headers = { Accept: 'text/csv', 'Accept-Language': language };
  return fetch(`${path}?${new URLSearchParams(asked).toString()}`, { headers });
}

function askForRows(path: string, body: object, language: Language): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
  return fetch(`${path}/export`, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** The whole filtered list as a file for a spreadsheet, or the rows that were chosen of it: as it is shown, of that day. */
export function CsvButton({ path, query = {}, ids = null, columns, name, label }: CsvButtonProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const save = useSaveSheet();
  const onError = useSayProblem();
  const download = useMutation({
    mutationFn: async () => {
      const response = await (
        ids ? askForRows(path, { ids, sort: query['sort'] }, language) : askForAll(path, query, language)
      ).catch(() => {
        throw unreachable();
      });
      if (!response.ok) throw await ApiProblem.from(response);
      save(rowsOfCsv(await response.text()), columns, name);
    },
    onError,
  });
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={15} aria-hidden />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {label ?? w.export}
    </Button>
  );
}
