import { Anchor, Skeleton, Stack } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { PreviewFrame } from '../preview/preview-frame.tsx';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  { title: 'Aperçu du courrier', open: 'Ouvrir le PDF dans un onglet' },
  { title: 'Preview of the letter', open: 'Open the PDF in a tab' },
);

interface LetterPreviewProps {
  /** A URL of the API, or the PDF as a `data:` URL. Undefined while it is being drawn. */
  url: string | undefined;
  height?: number;
}

/** The letter as it would be sent. */
export function LetterPreview({ url, height = 520 }: LetterPreviewProps) {
  const w = useWords(words);
  const shown = useShowable(url);
  if (!shown) return <Skeleton height={height} radius="sm" aria-busy="true" />;
  return (
    <Stack gap={4}>
      <PreviewFrame
        title={w.title}
        src={`${shown}#navpanes=0&view=FitH`}
        style={{ width: '100%', height, border: '1px solid var(--line)' }}
      />
      <Anchor href={shown} target="_blank" rel="noreferrer" size="sm">
        {w.open} <IconExternalLink size={13} aria-hidden />
      </Anchor>
    </Stack>
  );
}

/** Browsers do not open `data:` URLs in a tab: make an object URL for as long as the letter is shown. */
function useShowable(url: string | undefined): string | undefined {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (!url?.startsWith('data:')) {
      setShown(url);
      return;
    }
    const bytes = Uint8Array.from(atob(url.slice(url.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setShown(address);
    return () => URL.revokeObjectURL(address);
  }, [url]);
  return shown;
}
