import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { refusedFile } from './refused-file.ts';
import { RefusedTable } from './refused-table.tsx';
import { uploadedOf } from './uploaded.ts';

const words = defineWords(
  {
    customers: 'Import de clients',
    invoices: 'Import de factures',
    payments: 'Import de règlements',
    third_parties: 'Import de prescripteurs et notaires',
    running: (handled: string, total: string) => `Lignes traitées\u00a0: ${handled} sur ${total}…`,
    leave: 'Vous pouvez quitter cette page\u00a0: l’import continue.',
    done: (accepted: string, total: string) => `Terminé\u00a0: ${accepted} sur ${total}.`,
    oneAccepted: 'ligne acceptée',
    manyAccepted: 'lignes acceptées',
    one: 'ligne refusée',
    many: 'lignes refusées',
    oneToCheck: 'ligne importée, à vérifier',
    manyToCheck: 'lignes importées, à vérifier',
    progress: 'Avancement de l’import',
    download: 'Télécharger les lignes refusées à corriger',
    list: 'Télécharger la liste des lignes refusées',
    file: 'lignes-refusees',
  },
  {
    customers: 'Import of customers',
    invoices: 'Import of invoices',
    payments: 'Import of payments',
    third_parties: 'Import of referrers and notaries',
    running: (handled: string, total: string) => `Rows handled: ${handled} of ${total}…`,
    leave: 'You can leave this page: the import goes on.',
    done: (accepted: string, total: string) => `Done: ${accepted} of ${total}.`,
    oneAccepted: 'row accepted',
    manyAccepted: 'rows accepted',
    one: 'row refused',
    many: 'rows refused',
    oneToCheck: 'row taken, to be checked',
    manyToCheck: 'rows taken, to be checked',
    progress: 'Progress of the import',
    download: 'Download the refused rows to correct them',
    list: 'Download the list of the refused rows',
    file: 'refused-rows',
  },
);

const SOON = 1_000;

/** The progress of an import and, at its end, the refused rows with their reasons. */
export function ImportProgress({ importId }: { importId: string }) {
  const w = useWords(words);
  const { number, count, language } = useFormats();
  const { data, error, refetch } = useQuery({
    queryKey: ['imports', importId],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}', { params: { path: { id: importId } } })),
    refetchInterval: ({ state }) => (state.data?.status === 'done' ? false : SOON),
  });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={4} />;
  const { kind, status, total, accepted, refused, refused_count, warnings } = data;
  const handled = accepted + refused_count;
  const isDone = status === 'done';
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {w[kind]}
      </Title>
      <Progress
        value={isDone ? 100 : total > 0 ? (handled / total) * 100 : 2}
        animated={!isDone}
        aria-label={w.progress}
        size="lg"
      />
      <Text role="status" className="figures">
        {isDone
          ? w.done(count(accepted, w.oneAccepted, w.manyAccepted), number(total))
          : `${w.running(number(handled), number(total))} ${w.leave}`}
      </Text>
      {refused_count > 0 && (
        <>
          <Group justify="space-between">
            <Title order={3} size="h5">
              {count(refused_count, w.one, w.many)}
            </Title>
            <Button
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
              onClick={() => saveFile(refusedFile(kind, importId, refused, language), `${w.file}.csv`)}
            >
              {uploadedOf(importId) ? w.download : w.list}
            </Button>
          </Group>
          <RefusedTable kind={kind} refused={refused} />
        </>
      )}
      {warnings.length > 0 && (
        <>
          <Title order={3} size="h5">
            {count(warnings.length, w.oneToCheck, w.manyToCheck)}
          </Title>
          <RefusedTable kind={kind} refused={warnings} areTaken />
        </>
      )}
    </Stack>
  );
}
