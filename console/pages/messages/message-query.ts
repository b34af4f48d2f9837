import { answerOf, api } from '../../api/client.ts';
import type { MessageFilter } from '../../messages/message.ts';

const NAMES = ['q', 'kind', 'level', 'status', 'customer_id', 'invoice_id', 'run_id', 'test', 'from_on', 'until_on'];

/** Reads filters and order from the address. */
export function messageQuery(params: URLSearchParams): MessageFilter {
  const said = NAMES.flatMap((name): [string, string | number | boolean][] => {
    const value = params.get(name);
    if (!value) return [];
    if (name === 'test') return [[name, value === 'true']];
    return [[name, name === 'level' ? Number(value) : value]];
  });
  return {
    ...(Object.fromEntries(said) as MessageFilter),
    sort: (params.get('sort') ?? '-reserved_at') as NonNullable<MessageFilter['sort']>,
  };
}

export const readMessages = (query: MessageFilter) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/messages', {
      params: { query: { ...query, limit: 80, count: true, ...(cursor ? { cursor } : {}) } },
    }),
  );
