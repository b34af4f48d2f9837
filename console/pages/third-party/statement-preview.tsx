import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { LetterPreview } from '../../draft/letter-preview.tsx';
import { MailShown } from '../../preview/mail-shown.tsx';
import { PreviewToggle } from '../../preview/preview-toggle.tsx';
import { Loading } from '../../states/loading.tsx';
import { ProblemNote } from '../../states/problem-note.tsx';
import type { statementBody } from './statement-body.ts';

interface StatementPreviewProps {
  partyId: string;
  body: ReturnType<typeof statementBody>;
}

/** The statement as it would leave, asked for when it is opened. */
export const StatementPreview = (props: StatementPreviewProps) => (
  <PreviewToggle>
    <Shown {...props} />
  </PreviewToggle>
);

function Shown({ partyId, body }: StatementPreviewProps) {
  const { data, error } = useQuery({
    queryKey: ['statement-preview', partyId, body],
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
    queryFn: () =>
      answerOf(api.POST('/v1/third-parties/{id}/statements/preview', { params: { path: { id: partyId } }, body })),
  });
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Loading lines={6} />;
  return (
    <Stack gap="xs">
      {data.warnings.map((warning) => (
        <Text key={warning} fw={600} role="note">
          {warning}
        </Text>
      ))}
      <MailShown recipients={data.recipients} subject={data.subject} html={data.html} />
      <LetterPreview url={data.pdf_url} height={420} />
    </Stack>
  );
}
