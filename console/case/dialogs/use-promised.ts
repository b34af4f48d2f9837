import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import type { Invoice } from '../case-data.ts';
import { promisedOf } from './instalments.ts';

export type Already = ReturnType<typeof promisedOf>;

const MOST = 200;

/** What stands promised of the case, and what nobody has promised yet. */
export function usePromised({ id, balance_cents: balanceCents, dunning }: Invoice): Already {
  const isPromised = dunning.holds.some(({ kind }) => kind === 'promise');
  const { data } = useQuery({
    queryKey: ['invoices', id, 'promises'],
    enabled: isPromised,
    queryFn: () =>
      answerOf(api.GET('/v1/invoices/{id}/promises', { params: { path: { id }, query: { limit: MOST } } })),
  });
  // Until what is promised is known nothing is proposed.
  return promisedOf(data?.data ?? [], isPromised && !data ? 0 : balanceCents);
}
