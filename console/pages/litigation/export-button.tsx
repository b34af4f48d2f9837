import { ActionIcon, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileZip } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { ApiProblem, unreachable } from '../../api/problem.ts';
import { problemSentence } from '../../states/problem-sentence.ts';
import { saveFile } from '../../table/save-file.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { litigationPageWords } from './litigation-page-words.ts';

interface ExportButtonProps {
  label: string;
  /** One case alone; without it all of them. */
  of?: { id: string; number: string };
  isDisabled?: boolean;
}

/** The files of the cases in litigation; says that it is being prepared, since many letters take a while. */
export function ExportButton({ label, of, isDisabled = false }: ExportButtonProps) {
  const { isPending, mutate } = useExport();
  if (of) {
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`${label} : ${of.number}`}
        title={label}
        loading={isPending}
        onClick={() => mutate(of)}
      >
        <IconFileZip size={17} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <Button
      leftSection={<IconFileZip size={16} aria-hidden />}
      disabled={isDisabled}
      loading={isPending}
      onClick={() => mutate(undefined)}
    >
      {label}
    </Button>
  );
}

function useExport() {
  const w = useWords(litigationPageWords);
  const { todayOn, language } = useFormats();
  return useMutation({
    mutationFn: async (of: ExportButtonProps['of']) => {
      const note = notifications.show({ message: w.preparing, loading: true, autoClose: false, withBorder: true });
      try {
        const query = of ? `?invoice_id=${of.id}` : '';
        const response = await fetch(`/v1/exports/litigation.zip${query}`).catch(() => {
          throw unreachable();
        });
        if (!response.ok) throw await ApiProblem.from(response);
        saveFile(await response.blob(), `contentieux-${of ? `${of.number}-` : ''}${todayOn}.zip`);
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
