import { useQuery } from '@tanstack/react-query';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';

/** There can be hundreds of cards, each with its own request: a colleague's correction may appear late. */
const EVERY_MINUTE_MS = 60_000;

/** The customer of a stopped case with its version; undefined until loaded. */
export function useCustomer(id: string) {
  const { data } = useQuery({
    queryKey: versionedKey('customers', id),
    refetchInterval: EVERY_MINUTE_MS,
    queryFn: () => versionedAnswerOf(api.GET('/v1/customers/{id}', { params: { path: { id } } })),
  });
  return data;
}
