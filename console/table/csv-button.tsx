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
  /** Path of the list in the API, e.g. `/v1/customers`. */
  path: string;
  /** The filters and the order of the list. */
  query?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  /** The columns shown, with their headings. */
  columns: readonly SheetColumn[];
  /** The name of the file, without day and extension. */
  name: string;
  /** Exports only the rows with these ids, without a filter, through the list's `/export`. */
  ids?: readonly string[] | null;
  /** Label instead of « Exporter en CSV ». */
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

/** Exports the whole filtered list, or the chosen rows, to a file for a spreadsheet, as shown today. */
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
