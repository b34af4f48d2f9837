import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type DraftEdits, ownText } from '../draft/draft-edits.ts';
import { LetterPreview } from '../draft/letter-preview.tsx';
import { ProblemNote } from '../states/problem-note.tsx';

const TYPING_MS = 600;

/** Preview of the letter that would be sent, updated while the user edits its text. */
export function EditedLetter({ actionId, edits }: { actionId: string; edits: DraftEdits }) {
  const [body] = useDebouncedValue(ownText(edits), TYPING_MS);
  const isEdited = Object.keys(body).length > 0;
  const { data, error } = useQuery({
    queryKey: ['actions', actionId, 'draft', body],
    enabled: isEdited,
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(api.POST('/v1/actions/{id}/draft', { params: { path: { id: actionId } }, body })),
  });
  if (isEdited && error) return <ProblemNote error={error} />;
  return <LetterPreview url={isEdited ? data?.pdf_url : `/v1/actions/letters.pdf?ids=${actionId}`} />;
}
