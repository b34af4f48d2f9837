import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { isAddress } from '../../../draft/addresses.ts';
import type { DraftEdits } from '../../../draft/draft-edits.ts';
import type { Invoice } from '../../case-data.ts';
import { changesBody, choiceBody } from './reminder-body.ts';
import type { ReminderChoice } from './reminder-choices.tsx';

/** Sent as the reason while the user only previews: a dry run sends nothing. */
const ONLY_LOOKING = '–';
const TYPING_MS = 600;

/**
 * The draft for this choice, from its template, and the preview of its letter with the user's edits. A customer without
 * an address gets a draft once the user names one. After sending, no draft is requested any more.
 */
export function useReminderDraft(invoice: Invoice, choice: ReminderChoice, edits: DraftEdits, isSent: boolean) {
  const [rested] = useDebouncedValue(edits, TYPING_MS);
  const typed = changesBody(choice, rested);
  const asked = { ...choiceBody(choice), override_reason: ONLY_LOOKING };
  // An address that is still incomplete must not prevent the preview.
  const addresses = typed.recipients?.filter(isAddress) ?? [];
  const recipients = addresses.length > 0 ? { recipients: addresses } : {};
  const base = useDraft(invoice, { ...asked, ...(choice.mode === 'email' ? recipients : {}) }, !isSent);
  const isEdited = typed.subject !== undefined || typed.body_html !== undefined;
  const edited = useDraft(invoice, { ...asked, ...recipients, ...textOf(typed) }, isEdited && !isSent);
  const preview = isEdited ? edited.data : base.data;
  return { draft: base.data, error: base.error, pdfUrl: preview?.pdf_url };
}

const textOf = ({ subject, body_html }: ReturnType<typeof changesBody>) => ({
  ...(subject ? { subject } : {}),
  ...(body_html ? { body_html } : {}),
});

type Asked = ReturnType<typeof choiceBody> & { recipients?: string[]; subject?: string; body_html?: string };

function useDraft(invoice: Invoice, body: Asked, enabled: boolean) {
  const path = { id: invoice.id };
  return useQuery({
    // The version is in the key, because a payment or a change gives another draft.
    queryKey: ['reminder-draft', invoice.id, invoice.version, body],
    enabled,
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { dry_run: true as const };
      const drawn = await answerOf(api.POST('/v1/invoices/{id}/reminders', { params: { path, query }, body }));
      if (!('pdf_url' in drawn)) throw new Error('A dry run answered with a message');
      return drawn;
    },
  });
}

export type ReminderDraft = NonNullable<ReturnType<typeof useReminderDraft>['draft']>;
