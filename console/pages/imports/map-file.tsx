import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { requestJson } from '../../api/request-json.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../frame/session.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { useIsHere } from '../../states/is-here.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { COLUMNS, guessColumns, type ImportKind, namesOf } from './columns.ts';
import { ColumnTable } from './column-table.tsx';
import { dueTooLate } from './legal-term.ts';
import { mapRows, type Mapping, missingColumns, uploadOf } from './mapped-file.ts';
import { PreviewTable } from './preview-table.tsx';
import type { ReadFile } from './read-csv.ts';
import { SaidOnce } from './said-once.tsx';
import { type SameForAll, sayableOnce, withSameForAll } from './same-for-all.ts';
import { keepUploaded } from './uploaded.ts';

const words = defineWords(
  {
    columns: 'Correspondance des colonnes',
    preview: 'Aperçu de ce qui sera importé',
    amounts: 'Montants du fichier',
    units: 'en euros (1\u00a0234,56)',
    cents: 'en centimes (123456)',
    missing: (names: string) => `Il manque\u00a0: ${names}.`,
    one: 'ligne',
    many: 'lignes',
    faulty: (rows: string) => `${rows} à problème\u00a0: ce qui est en rouge sera refusé, le reste vérifié à l’import.`,
    fine: 'Aucun problème visible. Chaque ligne est vérifiée à l’import.',
    late: (rows: string, lines: string) =>
      `${rows} à vérifier (${lines})\u00a0: échéance au-delà du maximum légal entre professionnels (60 jours, ou 45 jours fin de mois). Rien n’est refusé pour cela.`,
    submit: (rows: string) => `Importer ${rows}`,
    other: 'Choisir un autre fichier',
    started: (name: string) => `L’import de ${name} a commencé\u00a0: il est dans la liste des imports.`,
  },
  {
    columns: 'Columns',
    preview: 'Preview of what is imported',
    amounts: 'Amounts of the file',
    units: 'in units (1,234.56)',
    cents: 'in cents (123456)',
    missing: (names: string) => `Missing: ${names}.`,
    one: 'row',
    many: 'rows',
    faulty: (rows: string) =>
      `${rows} with a problem: what is red will be refused, the rest is checked when it is imported.`,
    fine: 'No problem in sight. Every row is checked when it is imported.',
    late: (rows: string, lines: string) =>
      `${rows} to check (${lines}): due later than the law allows between professionals (60 days, or 45 days and the end of the month). Nothing is refused for it.`,
    submit: (rows: string) => `Import ${rows}`,
    other: 'Choose another file',
    started: (name: string) => `The import of ${name} has begun: it is in the list of imports.`,
  },
);

/** Longer names of files are cut at their beginning. */
const LONGEST_NAME = 200;

/** Up to this many lines are named one by one. */
const MOST_NAMED = 10;

const linesNamed = (lines: readonly number[]): string =>
  lines.slice(0, MOST_NAMED).join(', ') + (lines.length > MOST_NAMED ? '…' : '');

interface MapFileProps {
  kind: ImportKind;
  file: ReadFile;
  /** Discards the file. */
  drop: () => void;
}

/**
 * Maps the columns, shows the first rows as they will be sent and those that will be refused, and starts the import.
 */
export function MapFile({ kind, file, drop }: MapFileProps) {
  const w = useWords(words);
  const { count, language } = useFormats();
  const navigate = useNavigate();
  const [mapping, setMapping] = useState<Mapping>(() => ({
    kind,
    columns: guessColumns(kind, file.headers),
    // A file with the API's own column names has amounts in cents.
    unit: file.headers.some((header) => header.trim().endsWith('_cents')) ? 'cents' : 'units',
  }));
  const session = useSession();
  const [same, setSame] = useState<SameForAll>({ currency: session.currency });
  const whole = useMemo(() => withSameForAll(file, mapping, same), [file, mapping, same]);
  const rows = useMemo(() => mapRows(whole.file, whole.mapping), [whole]);
  const missing = missingColumns(whole.mapping);
  const faulty = rows.filter(({ cells }) => cells.some(({ isFaulty }) => isFaulty));
  const late = useMemo(() => dueTooLate(whole.mapping, rows), [whole, rows]);
  const said = count(rows.length, w.one, w.many);
  const isHere = useIsHere();
  const start = useChange({
    run: async () => {
      const upload = uploadOf(whole.mapping, rows);
      const asked = new URLSearchParams({ kind, file_name: file.name.slice(-LONGEST_NAME) });
      const { id } = (await requestJson('POST', `/v1/imports?${asked.toString()}`, upload, 'text/csv')) as {
        id: string;
      };
      keepUploaded(id, file);
      return id;
    },
    // On the way to the import itself there is nothing to say.
    done: () => (isHere() ? undefined : w.started(file.name)),
    onDoneHere: (id) => void navigate(`/imports/${id}`),
    showsError: true,
  });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Text fw={600}>
          {file.name} · {said}
        </Text>
        <Button variant="subtle" onClick={drop}>
          {w.other}
        </Button>
      </Group>
      <Title order={2} size="h5">
        {w.columns}
      </Title>
      <ColumnTable file={file} mapping={mapping} choose={(columns) => setMapping({ ...mapping, columns })} />
      <SaidOnce columns={sayableOnce(mapping)} same={same} say={setSame} />
      {COLUMNS[kind].some(({ form }) => form === 'cents') && (
        <SegmentedControl
          aria-label={w.amounts}
          size="xs"
          w="fit-content"
          value={mapping.unit}
          onChange={(unit) => setMapping({ ...mapping, unit })}
          data={[
            { value: 'units', label: `${w.amounts} ${w.units}` },
            { value: 'cents', label: `${w.amounts} ${w.cents}` },
          ]}
        />
      )}
      <Title order={2} size="h5">
        {w.preview}
      </Title>
      {missing.length > 0 ? (
        <Text c="var(--mantine-color-error)" role="alert">
          {w.missing(namesOf(missing, language))}
        </Text>
      ) : (
        <Text role="status" {...(faulty.length > 0 ? { c: 'var(--mantine-color-error)' } : { c: 'dimmed' })}>
          {faulty.length > 0 ? w.faulty(count(faulty.length, w.one, w.many)) : w.fine}
        </Text>
      )}
      {late.length > 0 && <Text size="sm">{w.late(count(late.length, w.one, w.many), linesNamed(late))}</Text>}
      <PreviewTable mapping={whole.mapping} rows={rows} faulty={faulty} />
      <ProblemNote error={start.error} />
      <Group>
        <Button
          disabled={missing.length > 0 || rows.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate(undefined)}
        >
          {w.submit(said)}
        </Button>
      </Group>
    </Stack>
  );
}
