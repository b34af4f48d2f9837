import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Invoice } from '../case-data.ts';
import { promisedOf } from './instalments.ts';

export type Already = ReturnType<typeof promisedOf>;

const MOST = 200;

/** What is already promised for the case, and what is not promised yet. */
export function usePromised({ id, balance_cents: balanceCents, dunning }: Invoice): Already {
  const isPromised = dunning.holds.some(({ kind }) => kind === 'promise');
  const { data } = useQuery({
    queryKey: ['invoices', id, 'promises'],
    enabled: isPromised,
    queryFn: () =>
      answerOf(api.GET('/v1/invoices/{id}/promises', { params: { path: { id }, query: { limit: MOST } } })),
  });
  // Until the promises are loaded, propose no amount.
  return promisedOf(data?.data ?? [], isPromised && !data ? 0 : balanceCents);
}
