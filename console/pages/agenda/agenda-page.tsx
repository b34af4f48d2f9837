import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { type Action, actionQuery } from '../../action/action-data.ts';
import { isWaiting } from '../../action/is-waiting.ts';
import { dayOf } from '../../action/day-of.ts';
import { isStoppedStep } from '../../action/what-can-be-decided.ts';
import { ActionView } from '../../action/action-view.tsx';
import { useConfirm } from '../../action/use-confirm.tsx';
import { answerOf, api } from '../../api/client.ts';
import { PageDrawer } from '../../frame/page-drawer.tsx';
import { useSession } from '../../frame/session.ts';
import { Page } from '../../frame/page.tsx';
import { showInDrawer } from '../../frame/show-in-drawer.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { useSelection } from '../../table/selection.ts';
import { usePages } from '../../table/use-pages.ts';
import { NewTaskDialog } from '../../task/new-task-dialog.tsx';
import { customerName, textWithName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { AgendaBar } from './agenda-bar.tsx';
import { AgendaFilters } from './agenda-filters.tsx';
import { type AgendaQuery, agendaQuery, tabOf } from './agenda-query.ts';
import { AgendaTabs } from './agenda-tabs.tsx';
import { dayGroup } from './day-groups.ts';
import { useAgendaColumns } from './use-agenda-columns.tsx';
import { useIsMine, WhoseActions } from './whose-actions.tsx';

const words = defineWords(
  {
    title: 'Agenda',
    list: 'Actions',
    task: 'Nouvelle tâche',
    none: 'Rien n’attend ici',
    noneHint:
      'Ce qui est à confirmer, à faire ou à traiter paraîtra ici le jour venu. Changez d’onglet ou de filtre pour voir le reste.',
    one: 'action',
    many: 'actions',
    file: 'agenda',
  },
  {
    title: 'Agenda',
    list: 'Actions',
    task: 'New task',
    none: 'Nothing waits here',
    noneHint:
      'What is to confirm, to do or needs attention shows here when its day comes. Change the tab or the filters to see the rest.',
    one: 'action',
    many: 'actions',
    file: 'agenda',
  },
);

const read = (query: AgendaQuery) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/actions', { params: { query: { ...query, limit: 100, count: true, ...(cursor ? { cursor } : {}) } } }),
  );

/**
 * Everything that waits for a person: read, edit, confirm, skip, postpone, finish. Y confirms and moves to the next
 * one.
 */
export function AgendaPage() {
  const w = useWords(words);
  const formats = useFormats();
  const { count, language } = formats;
  const nameOf = (action: Action) => textWithName(action, language);
  // Why a case has stopped is said once, in the drawer itself.
  const titleOf = (action: Action) =>
    isStoppedStep(action) && action.customer
      ? [customerName(action.customer, language), ...action.invoices.map(({ number }) => number)].join(' · ')
      : nameOf(action);
  const { timeZone } = useSession();
  const groupOf = useCallback(
    (action: Action) => dayGroup({ status: action.status, due_on: dayOf(action, timeZone) }, formats),
    [formats, timeZone],
  );
  const { params, set } = useAddress();
  const query = agendaQuery(params, formats.todayOn);
  const isMine = useIsMine();
  const pages = usePages(['actions', 'list', query], read(query));
  const selection = useSelection();
  const columns = useAgendaColumns(tabOf(params) === 'done');
  const [isAdding, setAdding] = useState(false);
  const { actionId, open, goOn } = useOpenAction(pages.rows);
  const shown = pages.rows?.find(({ id }) => id === actionId);
  const confirm = useConfirm(open);
  const prefetch = usePrefetch();
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <>
          <CsvButton path="/v1/actions" query={query} columns={columns} name={w.file} />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
            {w.task}
          </Button>
        </>
      }
    >
      <AgendaTabs />
      <AgendaFilters counted={pages.total === undefined ? '' : count(pages.total, w.one, w.many)} />
      <DataTable
        label={w.list}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} action={isMine && <WhoseActions />} />}
        sort={query.sort ?? 'due_on'}
        onSort={(sort) => set({ sort })}
        groupOf={groupOf}
        selection={selection}
        nameOf={nameOf}
        onOpen={({ id }) => open(id)}
        openId={actionId}
        onHover={({ id }) => prefetch(id)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      <AgendaBar selection={selection} pages={pages} />
      <PageDrawer title={shown ? titleOf(shown) : w.title} isOpen={actionId !== undefined} close={() => open(null)}>
        {actionId && (
          <ActionView
            key={actionId}
            actionId={actionId}
            confirm={(action, body) => {
              goOn();
              confirm.mutate({ action, body });
            }}
            settled={goOn}
          />
        )}
      </PageDrawer>
      {isAdding && <NewTaskDialog close={() => setAdding(false)} />}
    </Page>
  );
}

/** The action open in the drawer, kept in the address. The next one is prefetched. */
function useOpenAction(rows: readonly Action[] | undefined) {
  const { actionId } = useParams();
  const prefetch = usePrefetch();
  const next = nextAfter(rows ?? [], actionId);
  useEffect(() => {
    if (actionId && next) prefetch(next);
  }, [actionId, next, prefetch]);
  const open = (id: string | null) => showInDrawer('/agenda', id);
  return { actionId, open, goOn: () => open(next) };
}

/** The next action that waits for a person. At the end of the list, the first that was passed over. */
function nextAfter(rows: readonly Action[], id: string | undefined): string | null {
  const at = rows.findIndex((row) => row.id === id);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return others.find((row) => isWaiting(row) && row.id !== id)?.id ?? null;
}

function usePrefetch() {
  const queries = useQueryClient();
  return useCallback((id: string) => void queries.prefetchQuery({ ...actionQuery(id), staleTime: 10_000 }), [queries]);
}
