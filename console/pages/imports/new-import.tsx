import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import '@mantine/dropzone/styles.css';
import { Dropzone } from '@mantine/dropzone';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useAddress } from '../../frame/use-address.ts';
import { saveFile } from '../../table/save-file.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { COLUMNS, IMPORT_KINDS, type ImportKind, namesOf } from './columns.ts';
import { exampleFile } from './example-file.ts';
import { MapFile } from './map-file.tsx';
import { readCsv, type ReadFile, UnclosedQuote } from './read-csv.ts';

const words = defineWords(
  {
    kind: 'Que contient le fichier\u00a0?',
    customers: 'Clients',
    invoices: 'Factures',
    payments: 'Règlements',
    third_parties: 'Prescripteurs et notaires',
    drop: 'Déposez un fichier CSV ici, ou cliquez pour le choisir',
    hint: 'UTF-8 ou Windows-1252, virgules, points-virgules ou tabulations, 20\u00a0Mo au plus. Vous verrez les lignes avant d’importer.',
    needs: (names: string) => `Colonnes nécessaires\u00a0: ${names}.`,
    forms:
      'Montants écrits 1\u00a0234,56, 1234.56 ou 10\u00a0000 (ou 123456 en centimes), dates écrites 31/12/2026 ou 2026-12-31.',
    example: 'Télécharger un fichier d’exemple',
    files: { customers: 'clients', invoices: 'factures', payments: 'reglements', third_parties: 'tiers' },
    unreadable:
      'Ce fichier ne se lit pas comme un CSV. Rien n’a été importé\u00a0: enregistrez-le au format CSV et recommencez.',
    unclosed: (line: number) =>
      `Ligne ${line}\u00a0: un guillemet (") est ouvert et jamais refermé. Rien n’a été importé\u00a0: corrigez cette ligne et recommencez.`,
    tooLarge:
      'Ce fichier dépasse 20\u00a0Mo ou n’est pas un CSV. Rien n’a été importé\u00a0: partagez-le en plusieurs.',
  },
  {
    kind: 'What does the file contain?',
    customers: 'Customers',
    invoices: 'Invoices',
    payments: 'Payments',
    third_parties: 'Referrers and notaries',
    drop: 'Drop a CSV file here, or click to choose one',
    hint: 'UTF-8 or Windows-1252, commas, semicolons or tabs, 20 MB at most. You see the rows before they are imported.',
    needs: (names: string) => `Columns needed: ${names}.`,
    forms: 'Amounts written 1,234.56, 1234.56 or 10 000 (or 123456 in cents), days written 31/12/2026 or 2026-12-31.',
    example: 'Download an example file',
    files: { customers: 'customers', invoices: 'invoices', payments: 'payments', third_parties: 'third-parties' },
    unreadable: 'This file cannot be read as CSV. Nothing was imported: save it as CSV and repeat.',
    unclosed: (line: number) =>
      `Line ${line}: a quotation mark (") is opened and never closed. Nothing was imported: correct that line and repeat.`,
    tooLarge: 'This file is above 20 MB or no CSV. Nothing was imported: split it up.',
  },
);

const MOST_BYTES = 20_000_000;

/** The steps of an import: drop a file, map its columns, check its rows, import. */
export function NewImport() {
  const w = useWords(words);
  const { language } = useLanguage();
  const { get, set } = useAddress();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const kind = IMPORT_KINDS.find((one) => one === get('kind')) ?? 'invoices';
  const drop = async ([dropped]: File[]) => {
    if (!dropped) return;
    try {
      setFile(readCsv(dropped.name, await dropped.arrayBuffer()));
      setFault(null);
    } catch (fault) {
      setFault(fault instanceof UnclosedQuote ? w.unclosed(fault.line) : w.unreadable);
    }
  };
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={w.kind}
          w="fit-content"
          value={kind}
          onChange={(chosen) => set({ kind: chosen })}
          data={IMPORT_KINDS.map((one) => ({ value: one, label: w[one] }))}
        />
        <Button
          variant="subtle"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => saveFile(exampleFile(kind, language), `${w.files[kind]}.csv`)}
        >
          {w.example}
        </Button>
      </Group>
      {file ? (
        <MapFile key={`${kind} ${file.name}`} kind={kind} file={file} drop={() => setFile(null)} />
      ) : (
        <FileDrop kind={kind} drop={drop} reject={() => setFault(w.tooLarge)} />
      )}
      {fault && (
        <Text c="var(--mantine-color-error)" role="alert">
          {fault}
        </Text>
      )}
    </Stack>
  );
}

interface FileDropProps {
  kind: ImportKind;
  drop: (files: File[]) => Promise<void>;
  reject: () => void;
}

function FileDrop({ kind, drop, reject }: FileDropProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const needed = COLUMNS[kind].filter((column) => column.required);
  return (
    <Dropzone
      onDrop={(files) => void drop(files)}
      onReject={reject}
      maxFiles={1}
      maxSize={MOST_BYTES}
      accept={{
        'text/csv': ['.csv'],
        'text/plain': ['.txt'],
        'text/tab-separated-values': ['.tsv'],
        'application/vnd.ms-excel': ['.csv'],
      }}
      inputProps={{ 'aria-label': w.drop }}
      p="xl"
    >
      <Stack align="center" gap={6} py="lg">
        <IconFileImport size={34} stroke={1.4} aria-hidden />
        <Text fw={600}>{w.drop}</Text>
        <Text c="dimmed">{w.hint}</Text>
        <Text c="dimmed">{w.needs(namesOf(needed, language))}</Text>
        {needed.some(({ form }) => form === 'cents') && <Text c="dimmed">{w.forms}</Text>}
      </Stack>
    </Dropzone>
  );
}
