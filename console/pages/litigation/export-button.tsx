import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, unreachable } from '../../api/problem.ts';
import { problemSentence } from '../../states/problem-sentence.ts';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { withColon } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import type { CaseFilter } from '../../work-list/work-list-query.ts';
import { litigationPageWords } from './litigation-page-words.ts';

/** The selection of cases in litigation, as `GET /v1/exports/litigation.zip` accepts it. */
type Asked = CaseFilter | { invoice_id: string };

interface ExportButtonProps {
  label: string;
  /** Exactly the cases that match it are exported. */
  filter: CaseFilter;
  isPrimary?: boolean;
  isDisabled?: boolean;
  why?: string | undefined;
}

/** Exports the files of these cases, with a notice that they are being prepared, because many letters take a while. */
export function ExportButton({ label, filter, isPrimary = true, isDisabled = false, why }: ExportButtonProps) {
  const { isPending, mutate } = useExport();
  return (
    <Button
      variant={isPrimary ? 'filled' : 'default'}
      leftSection={<IconFileZip size={16} aria-hidden />}
      disabled={isDisabled}
      title={why}
      loading={isPending}
      onClick={() => mutate({ asked: filter })}
    >
      {label}
    </Button>
  );
}

/** Exports the file of one case, in its row. */
export function ExportOneButton({ of: { id, number } }: { of: { id: string; number: string } }) {
  const w = useWords(litigationPageWords);
  const { language } = useFormats();
  const { isPending, mutate } = useExport();
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={withColon(language, w.exportOne, number)}
      title={w.exportOne}
      loading={isPending}
      onClick={() => mutate({ asked: { invoice_id: id }, number })}
    >
      <IconFileZip size={17} aria-hidden />
    </ActionIcon>
  );
}

function useExport() {
  const w = useWords(litigationPageWords);
  const { todayOn, language } = useFormats();
  return useMutation({
    mutationFn: async ({ asked, number }: { asked: Asked; number?: string }) => {
      const note = notifications.show({ message: w.preparing, loading: true, autoClose: false, withBorder: true });
      try {
        const query = new URLSearchParams(
          Object.entries({ ...asked, language }).map(([name, value]) => [name, String(value)]),
        );
        const response = await fetch(`/v1/exports/litigation.zip?${query.toString()}`).catch(() => {
          throw unreachable();
        });
        if (!response.ok) throw await ApiProblem.from(response);
        saveFile(await response.blob(), `${w.csv}-${number ? `${number}-` : ''}${todayOn}.zip`);
        notifications.show({ message: w.exported, withBorder: true });
      } finally {
        notifications.hide(note);
      }
    },
    onError: (error) => {
      const { title, text } = problemSentence(error, language);
      notifications.show({ title, message: text, color: 'red', withBorder: true });
    },
  });
}
