import { Alert, Button, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconEye } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { LetterPreview } from '../draft/letter-preview.tsx';
import { PreviewFrame } from '../preview/preview-frame.tsx';
import { Loading } from '../states/loading.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { hasWords, isSent, planOf, type TypedPlan } from './plan.ts';

const words = defineWords(
  {
    show: 'Aperçu de ce qui partira',
    hide: 'Fermer l’aperçu',
    to: (whom: string) => `À\u00a0: ${whom}`,
    subject: (text: string) => `Objet\u00a0: ${text}`,
    message: 'Aperçu du message',
    warnings: 'À savoir',
  },
  {
    show: 'Preview of what will leave',
    hide: 'Close the preview',
    to: (whom: string) => `To: ${whom}`,
    subject: (text: string) => `Subject: ${text}`,
    message: 'Preview of the message',
    warnings: 'Please note',
  },
);

const TYPING_MS = 600;
/** While it has no title yet: a preview keeps none. */
const UNTITLED = '–';

interface ActionPreviewProps {
  customerId: string;
  invoiceIds: string[];
  plan: TypedPlan;
}

/** What an action outside the scenario would send, drawn when it is asked for. */
export function ActionPreview({ customerId, invoiceIds, plan }: ActionPreviewProps) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  if (!isSent(plan.kind) || !(plan.copied !== null || hasWords(plan.text))) return null;
  return (
    <Stack gap="xs" align="stretch">
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconEye size={15} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? w.hide : w.show}
      </Button>
      {isOpen && <Shown customerId={customerId} invoiceIds={invoiceIds} plan={plan} />}
    </Stack>
  );
}

function Shown({ customerId, invoiceIds, plan }: ActionPreviewProps) {
  const w = useWords(words);
  const [rested] = useDebouncedValue(plan, TYPING_MS);
  const body = {
    customer_id: customerId,
    invoice_ids: invoiceIds,
    ...planOf({ ...rested, title: rested.title.trim() || UNTITLED }),
  };
  const { data, error } = useQuery({
    queryKey: ['specific-action-preview', body],
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(api.POST('/v1/specific-actions/preview', { body })),
  });
  if (error) return <ProblemNote error={error} />;
  if (!data) return <Loading lines={6} />;
  const { subject, recipients, warnings, html, pdf_url } = data;
  return (
    <Stack gap="xs">
      {warnings.length > 0 && (
        <Alert variant="default" title={w.warnings} role="note">
          {warnings.map((warning) => (
            <Text key={warning} size="sm">
              {warning}
            </Text>
          ))}
        </Alert>
      )}
      {recipients.length > 0 && <Text size="sm">{w.to(recipients.join(', '))}</Text>}
      <Text size="sm">{w.subject(subject)}</Text>
      {html !== null && (
        <PreviewFrame
          title={w.message}
          sandbox=""
          srcDoc={html}
          style={{ width: '100%', height: 320, border: '1px solid var(--line)' }}
        />
      )}
      {pdf_url !== null && <LetterPreview url={pdf_url} height={420} />}
    </Stack>
  );
}
