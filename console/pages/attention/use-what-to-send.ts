import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { StoppedCase } from './use-anomalies.ts';
import { RETURNED_LETTER, type WhatToSend, whatToSend } from './what-to-send.ts';

/** How many messages to search: acknowledgements and statements can come before the reminder. */
const LOOKED_AT = 20;

/**
 * The reminder to offer; undefined until loaded, so that nothing is offered before. Fetched once per card, because
 * there can be hundreds; the list of actions, refetched every few seconds, shows when one is over.
 */
export function useWhatToSend(action: StoppedCase): WhatToSend | undefined {
  const id = action.invoices[0]?.id ?? '';
  const { data: invoice } = useQuery({
    queryKey: ['invoices', id, 'level'],
    enabled: id !== '',
    refetchInterval: false,
    queryFn: () => answerOf(api.GET('/v1/invoices/{id}', { params: { path: { id } } })),
  });
  const { data: failed } = useQuery({
    queryKey: ['messages', 'failed', id, action.attention_code],
    enabled: id !== '',
    refetchInterval: false,
    queryFn: async () => {
      const isReturned = action.attention_code === RETURNED_LETTER;
      const status = isReturned ? 'undeliverable' : 'failed';
      const query = { invoice_id: id, status, limit: LOOKED_AT };
      const { data } = await answerOf(api.GET('/v1/messages', { params: { query } }));
      return data.find(({ failure_code: code }) => isReturned || code === action.attention_code) ?? null;
    },
  });
  if (!invoice || failed === undefined) return undefined;
  return whatToSend(action.attention_code, invoice, failed);
}
