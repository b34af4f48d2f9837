import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { sendOnce } from '../../../api/send-once.ts';
import { useChange } from '../../../api/use-change.ts';
import type { DraftEdits } from '../../../draft/draft-edits.ts';
import { howItLeaves } from '../../../providers/how-it-leaves.ts';
import { useProviders } from '../../../providers/use-providers.ts';
import { useLanguage } from '../../../words/language.ts';
import type { Invoice } from '../../case-data.ts';
import { changesBody, choiceBody } from './reminder-body.ts';
import type { ReminderChoice } from './reminder-choices.tsx';
import { saySent } from './say-sent.tsx';

/** Sends a reminder by hand. When its draft has changed meanwhile, the draft is loaded again. */
export function useSendReminder(invoice: Invoice, choice: ReminderChoice, edits: DraftEdits, close: () => void) {
  const { language } = useLanguage();
  const { data: providers } = useProviders();
  const queries = useQueryClient();
  return useChange({
    run: async (_recipients: readonly string[]) => {
      const body = { ...choiceBody(choice), ...changesBody(choice, edits) };
      const path = { id: invoice.id };
      try {
        return await sendOnce(['reminder', invoice.id, body], (header) =>
          answerOf(api.POST('/v1/invoices/{id}/reminders', { params: { path, header }, body })),
        );
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'draft_changed') void queries.invalidateQueries();
        throw error;
      }
    },
    onDone: (message, recipients) => {
      close();
      if (!('id' in message)) return;
      // The answer names no recipients as long as the worker has not written the mail.
      const to = message.to.length > 0 ? message.to : recipients;
      saySent({ ...message, to }, howItLeaves(providers, message), language);
    },
    showsError: true,
  });
}
