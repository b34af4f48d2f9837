import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { textBody } from './save-template.ts';
import type { TextDraft } from './template-draft.ts';

/** The preview is requested after a pause in typing of this length. */
const PAUSE_MS = 600;

/** The preview of the text as typed, drawn by the server as for a real message, for this invoice or an invented one. */
export function usePreview(text: TextDraft, level: number | null, invoiceId: string | undefined) {
  const now = JSON.stringify({ ...textBody(text), level, invoice_id: invoiceId ?? null });
  const [asked] = useDebouncedValue(now, PAUSE_MS);
  const body = JSON.parse(asked) as ReturnType<typeof textBody> & { level: number | null; invoice_id: string | null };
  const isWritten = body.subject.trim() !== '' && body.body_html !== '';
  const query = useQuery({
    queryKey: ['template-preview', asked],
    queryFn: () => answerOf(api.POST('/v1/templates/preview', { body })),
    enabled: isWritten,
    placeholderData: keepPreviousData,
    refetchInterval: false,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });
  return { preview: isWritten ? query.data : undefined, error: isWritten ? query.error : null, isWritten };
}

/** Converts the PDF in a `data:` URL to an object URL, which browsers show in a frame. */
export function usePdfAddress(dataUrl: string | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!dataUrl) return;
    const bytes = Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [dataUrl]);
  return dataUrl ? address : undefined;
}
