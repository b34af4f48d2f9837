import type { paths } from '../../api/schema.ts';

export type AgendaQuery = NonNullable<paths['/v1/actions']['get']['parameters']['query']>;

/** The tabs of the page. Each stands for one or several statuses of the API. */
export const AGENDA_TABS = {
  waiting: 'to_do,to_confirm,needs_attention',
  to_confirm: 'to_confirm',
  to_do: 'to_do',
  needs_attention: 'needs_attention',
  planned: 'planned',
  done: 'done,skipped',
} as const;
export type AgendaTab = keyof typeof AGENDA_TABS;

const FILTERS = ['q', 'kind', 'collector_id', 'customer_id', 'level', 'due_on'] as const;

export const tabOf = (params: URLSearchParams): AgendaTab => {
  const tab = params.get('tab');
  return tab && tab in AGENDA_TABS ? (tab as AgendaTab) : 'waiting';
};

/**
 * Reads filters and order from the address. Finished actions are shown latest first. `late` is computed from today, so
 * that an old address hides nothing.
 */
export function agendaQuery(params: URLSearchParams, todayOn: string): AgendaQuery {
  const tab = tabOf(params);
  const filters = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const sort = params.get('sort') ?? (tab === 'done' ? '-settled_at' : 'due_on');
  const late = params.get('late') === 'true' ? { due_before: todayOn } : {};
  return { ...(Object.fromEntries(filters) as AgendaQuery), ...late, status: AGENDA_TABS[tab], sort: sort as 'due_on' };
}
