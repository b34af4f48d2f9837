import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, unreachable } from '../api/problem.ts';
import { useLanguage } from '../words/language.ts';
import { fileNameOf } from './file-name.ts';
import { saveFile } from './save-file.ts';
import { useSayProblem } from './use-say-problem.ts';

interface DownloadButtonProps {
  /** Path in the API that returns the file, and its name. */
  path: string;
  icon: ReactNode;
  children: string;
}

/**
 * Downloads a file from the API. A failure (no file, session ended) is shown as a notice and never saved as the file.
 */
export function DownloadButton({ path, icon, children }: DownloadButtonProps) {
  const { language } = useLanguage();
  const onError = useSayProblem();
  const download = useMutation({
    mutationFn: async () => {
      const response = await fetch(path, { headers: { 'Accept-Language': language } }).catch(() => {
        throw unreachable();
      });
      if (!response.ok) throw await ApiProblem.from(response);
      const name = fileNameOf(response.headers.get('Content-Disposition')) ?? '';
      // The body fails when the server goes away half-way: do not save half a file.
      const content = await response.blob().catch(() => {
        throw unreachable();
      });
      saveFile(content, name);
    },
    onError,
  });
  return (
    <Button
      variant="default"
      size="compact-xs"
      leftSection={icon}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {children}
    </Button>
  );
}
