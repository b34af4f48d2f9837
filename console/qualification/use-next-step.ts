import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { useSession } from '../frame/session.ts';
import { dayIn } from '../words/days.ts';
import type { NextStep } from './what-happens.ts';

/** Limit of one request. */
const MOST = 200;

/**
 * The earliest planned step among these items. Undefined until loaded, or when there are more items than one request
 * can ask for.
 */
export function useNextStep(invoiceIds: readonly string[]): NextStep | null | undefined {
  const { timeZone } = useSession();
  const ids = [...invoiceIds].sort().join(',');
  const { data } = useQuery({
    queryKey: ['invoices', 'next-step', ids],
    enabled: invoiceIds.length > 0 && invoiceIds.length <= MOST,
    queryFn: async () => {
      const { data: rows } = await answerOf(api.GET('/v1/invoices', { params: { query: { ids, limit: MOST } } }));
      const steps = rows.flatMap(({ dunning: { next } }) => (next ? [next] : []));
      const [first] = steps.toSorted((one, other) => one.due_at.localeCompare(other.due_at));
      return first ? { level: first.level, dueAt: first.due_at } : null;
    },
  });
  return data && { level: data.level, on: dayIn(data.dueAt, timeZone) };
}
