import { useQueryClient } from '@tanstack/react-query';
import type { Address } from '../../address/address.ts';
import { answerOf, api, versionedAnswerOf } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import type { Draft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import type { contactsBody } from '../customer/typed-contacts.ts';
import { fixWords } from './fix-words.ts';
import type { Stopped } from './use-anomalies.ts';

interface Correction {
  action: Stopped;
  /** What was typed, with the version that it was typed on. */
  draft: Pick<Draft<unknown>, 'etag' | 'sending' | 'stored'>;
  body: () => { contacts: ReturnType<typeof contactsBody> } | { address: Address };
  /** The notice's words for what was corrected. */
  corrected: string;
}

/** Corrects a field of the customer, and says whether the case continues or is still stopped. */
export function useCorrection({ action, draft, body, corrected }: Correction) {
  const w = useWords(fixWords);
  const queries = useQueryClient();
  return useChange({
    run: async () => {
      draft.sending();
      const params = { path: { id: action.customer.id }, header: { 'If-Match': draft.etag } };
      const now = await versionedAnswerOf(api.PATCH('/v1/customers/{id}', { params, body: body() }));
      queries.setQueryData(versionedKey('customers', action.customer.id), now);
      draft.stored(now.etag);
      // The correction is stored even when this request fails.
      return isStillStopped(action).catch(() => null);
    },
    done: (stopped) =>
      stopped === null ? w.stored(corrected) : stopped ? w.stillStopped(corrected) : w.goesOn(corrected),
  });
}

/** Whether one of its cases still needs attention, for this or another reason. */
async function isStillStopped({ customer, invoices }: Stopped): Promise<boolean> {
  const query = { status: 'needs_attention', about_message: false, customer_id: customer.id, limit: 200 } as const;
  const { data } = await answerOf(api.GET('/v1/actions', { params: { query } }));
  const ids = new Set(invoices.map(({ id }) => id));
  return data.some((asked) => asked.invoices.some(({ id }) => ids.has(id)));
}
