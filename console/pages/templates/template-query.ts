import type { paths } from '../../api/schema.ts';

type TemplateQuery = NonNullable<paths['/v1/templates']['get']['parameters']['query']>;

const FILTERS = ['q', 'kind', 'level', 'folder', 'language', 'debtor_kind'] as const;

/** Reads the filters, and the order within each folder, from the address. Their names are those of the API. */
export function templateQuery(params: URLSearchParams): TemplateQuery & Required<Pick<TemplateQuery, 'sort'>> {
  const filters = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const sort = (params.get('sort') ?? 'level') as NonNullable<TemplateQuery['sort']>;
  return { ...(Object.fromEntries(filters) as TemplateQuery), sort };
}
