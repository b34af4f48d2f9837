import type { paths } from '../../api/schema.ts';

export type AgendaQuery = NonNullable<paths['/v1/actions']['get']['parameters']['query']>;

/** What the page can show: each tab is one or several of the API's statuses. */
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
 * The list's filters and order out of the address bar; what is done is shown latest first. `late` is counted from today, so that an
 * address of yesterday hides nothing.
 */
export function agendaQuery(params: URLSearchParams, todayOn: string): AgendaQuery {
  const tab = tabOf(params);
  const filters = FILTERS.flatMap((name) => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  const sort = params.get('sort') ?? (tab === 'done' ? '-due_on' : 'due_on');
  const late = params.get('late') === 'true' ? { due_before: todayOn } : {};
  return { ...(Object.fromEntries(filters) as AgendaQuery), ...late, status: AGENDA_TABS[tab], sort: sort as 'due_on' };
}
