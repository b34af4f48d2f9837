import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@mantine/core';
import { answerOf, api } from '../api/client.ts';
import { useLanguage } from '../words/language.ts';
import type { RichTextEditorProps } from './rich-text-editor.tsx';
import { WritingArea } from './writing-area.tsx';

/** The editor, once the tags are loaded; without tags when loading them failed. */
export function TiptapEditor({ tags: hasTags = false, ...props }: RichTextEditorProps & { minHeight: number }) {
  const { language } = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['tags', language],
    queryFn: () => answerOf(api.GET('/v1/tags', { params: { query: { language } } })),
    enabled: hasTags,
    staleTime: Infinity,
    refetchInterval: false,
  });
  if (hasTags && !data && !error) return <Skeleton height={props.minHeight + 40} radius="sm" aria-busy="true" />;
  return <WritingArea key={language} {...props} tags={hasTags ? (data?.data ?? null) : null} />;
}
