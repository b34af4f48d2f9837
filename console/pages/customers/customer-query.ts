import type { paths } from '../../api/schema.ts';

export type CustomerQuery = NonNullable<paths['/v1/customers']['get']['parameters']['query']>;

const FILTERS = ['q', 'kind', 'collector_id', 'group_id', 'hold', 'late', 'erasable', 'currency'] as const;

/** Reads filters and order from the address. Their names are those of the API. */
export function customerQuery(params: URLSearchParams): CustomerQuery & Required<Pick<CustomerQuery, 'sort'>> {
  const filters = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const sort = (params.get('sort') ?? '-overdue_cents') as NonNullable<CustomerQuery['sort']>;
  return { ...(Object.fromEntries(filters) as CustomerQuery), sort };
}
