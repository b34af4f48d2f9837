import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem, unreachable } from '../api/problem.ts';
import { useLanguage } from '../words/language.ts';
import { fileNameOf } from './file-name.ts';
import { saveFile } from './save-file.ts';
import { useSayProblem } from './use-say-problem.ts';

interface DownloadButtonProps {
  /** What answers the file, under the name that it is saved by. */
  path: string;
  icon: ReactNode;
  children: string;
}

/** Saves a file of the API; that there is none, or that nobody is signed in any more, is a notice, and never saved in its place. */
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
      // It breaks off when the server goes away half-way: half a file is none.
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
