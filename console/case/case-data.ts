import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schema, versionedAnswerOf } from '../api/client.ts';
import { versionedKey } from '../api/versioned-key.ts';
import { usePages } from '../table/use-pages.ts';
import { useLanguage } from '../words/language.ts';

export type Invoice = Schema<'Invoice'>;
export type Hold = Invoice['dunning']['holds'][number];

/** An invoice with its whole case, and the ETag that a change must send. */
export function caseQuery(invoiceId: string) {
  return {
    queryKey: versionedKey('invoices', invoiceId),
    queryFn: () => versionedAnswerOf(api.GET('/v1/invoices/{id}', { params: { path: { id: invoiceId } } })),
  };
}

export const useCase = (invoiceId: string) => useQuery(caseQuery(invoiceId));

/** Late interest as of today. */
export function useLateInterest(invoiceId: string, enabled: boolean) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['invoices', invoiceId, 'late-interest', language],
    queryFn: () =>
      answerOf(api.GET('/v1/invoices/{id}/late-interest', { params: { path: { id: invoiceId }, query: {} } })),
    enabled,
  });
}

/** The customer, with contacts. */
export const useCustomer = (customerId: string) =>
  useQuery({
    queryKey: ['customers', customerId],
    queryFn: () => answerOf(api.GET('/v1/customers/{id}', { params: { path: { id: customerId } } })),
  });

/** The creditor's settings: days of grace, holidays, send hour. They change rarely. */
export const useSettings = () =>
  useQuery({
    queryKey: ['settings'],
    queryFn: () => answerOf(api.GET('/v1/settings')),
    staleTime: 60_000,
    refetchInterval: false,
  });

/**
 * What is planned for the invoice or waits for a person, by due time: steps, tasks, calls, actions outside the
 * scenario.
 */
export function openActionsQuery(invoiceId: string) {
  const status = 'to_do,to_confirm,needs_attention,planned';
  const query = { invoice_id: invoiceId, status, sort: 'due_at', limit: 50 } as const;
  return {
    queryKey: ['actions', 'of-case', invoiceId],
    queryFn: () => answerOf(api.GET('/v1/actions', { params: { query } })),
  };
}

/** The history of the invoice, newest first, page by page. */
export function useHistory(invoiceId: string) {
  const { language } = useLanguage();
  return usePages(['invoices', invoiceId, 'history', language], (cursor) =>
    answerOf(
      api.GET('/v1/invoices/{id}/history', {
        params: { path: { id: invoiceId }, query: { limit: 50, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
}

export type HistoryEntry = NonNullable<ReturnType<typeof useHistory>['rows']>[number];

/** The sentence that explains the case, with its rule and reasons: for today, or for the day `on`. */
export function useExplanation(invoiceId: string, on?: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['invoices', invoiceId, 'explanation', on ?? 'today', language],
    queryFn: () =>
      answerOf(
        api.GET('/v1/invoices/{id}/explanation', {
          params: { path: { id: invoiceId }, query: on ? { on } : {} },
        }),
      ),
  });
}
