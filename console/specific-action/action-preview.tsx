import { Alert, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { LetterPreview } from '../draft/letter-preview.tsx';
import { MailShown } from '../preview/mail-shown.tsx';
import { PreviewToggle } from '../preview/preview-toggle.tsx';
import { Loading } from '../states/loading.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { hasWords, isSent, planOf, type TypedPlan } from './plan.ts';

const words = defineWords({ warnings: 'À savoir' }, { warnings: 'Please note' });

const TYPING_MS = 600;
/** Title for a preview before one is typed: a preview is not stored. */
const UNTITLED = '–';

interface ActionPreviewProps {
  customerId: string;
  invoiceIds: string[];
  plan: TypedPlan;
  /** Set when the action replaces the due steps, which changes the deadline for payment in the text. */
  isReplacing?: boolean;
}

/** Preview of what an action outside the scenario would send, drawn when it is opened. */
export function ActionPreview(props: ActionPreviewProps) {
  const { plan } = props;
  if (!isSent(plan.kind) || !(plan.copied !== null || hasWords(plan.text))) return null;
  return (
    <PreviewToggle>
      <Shown {...props} />
    </PreviewToggle>
  );
}

function Shown({ customerId, invoiceIds, plan, isReplacing = false }: ActionPreviewProps) {
  const w = useWords(words);
  const [rested] = useDebouncedValue(plan, TYPING_MS);
  const body = {
    customer_id: customerId,
    invoice_ids: invoiceIds,
    ...planOf({ ...rested, title: rested.title.trim() || UNTITLED }),
    ...(isReplacing ? { replaces_step: true } : {}),
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
      <MailShown recipients={recipients} subject={subject} html={html} />
      {pdf_url !== null && <LetterPreview url={pdf_url} height={420} />}
    </Stack>
  );
}
