import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { MailShown } from '../preview/mail-shown.tsx';
import { PreviewToggle } from '../preview/preview-toggle.tsx';
import { Loading } from '../states/loading.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { bodyOf, isReady, type TypedQualification } from './qualification.ts';

const TYPING_MS = 600;

interface NotifyPreviewProps {
  value: TypedQualification;
  invoiceIds: string[];
}

/**
 * Preview of the e-mail that is sent at once to the customer or a colleague, with the status being set. Shown once
 * enough is typed.
 */
export function NotifyPreview({ value, invoiceIds }: NotifyPreviewProps) {
  const typed: TypedQualification = { ...value, then: 'scenario' };
  if (typed.notify === 'nobody' || !isReady(typed)) return null;
  return (
    <PreviewToggle>
      <Shown value={typed} invoiceIds={invoiceIds} />
    </PreviewToggle>
  );
}

function Shown({ value, invoiceIds }: NotifyPreviewProps) {
  const [rested] = useDebouncedValue(value, TYPING_MS);
  // The debounced input may be incomplete: then use the current one.
  const body = bodyOf(isReady(rested) ? rested : value, invoiceIds);
  const { data, error } = useQuery({
    queryKey: ['qualification-preview', body],
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(api.POST('/v1/qualifications/preview', { body })),
  });
  if (error) return <ProblemNote error={error} />;
  const mail = data && (data.customer ?? data.colleague);
  return mail ? <MailShown {...mail} /> : <Loading lines={6} />;
}
