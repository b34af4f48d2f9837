import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { showInDrawer } from '../../frame/show-in-drawer.ts';
import { setAddress, useAddress } from '../../frame/use-address.ts';
import { useSession } from '../../frame/session.ts';
import { Empty } from '../../states/empty.tsx';
import { OnDemand } from '../../states/on-demand.tsx';
import { ToImports } from '../../states/to-imports.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { CaseDrawer } from '../../work-list/case-drawer.tsx';
import { CaseFilters } from '../../work-list/case-filters.tsx';
import { ColumnChoice, useColumnChoice } from '../../work-list/column-choice.tsx';
import { LitigationDialog } from '../../work-list/litigation-dialog.tsx';
import { prefetchCase } from '../../work-list/prefetch-case.ts';
import { useCaseColumns } from '../../work-list/use-case-columns.tsx';
import { CounterTabs } from './counter-tabs.tsx';
import { CaseSelectionBar } from './case-selection-bar.tsx';
import { RunAllButton } from './run-all-button.tsx';
import { RunDrawer } from './run/run-drawer.tsx';
import { RunsButton } from './run/runs-button.tsx';
import type { RunOf } from './run/run-of.ts';
import { useWorkList, type WorkList } from './use-work-list.ts';

const RunDialog = lazy(async () => ({ default: (await import('./run/run-dialog.tsx')).RunDialog }));

const words = defineWords(
  {
    title: 'Relances',
    list: 'Dossiers à relancer',
    none: 'Aucun dossier ici',
    noneHint:
      'Aucun dossier ne répond à ce compteur et à ces filtres. Choisissez un autre compteur ou effacez les filtres.',
    noneDue: (level: number) => `Plus aucune R${level} à envoyer aujourd’hui`,
    noneDueHint: 'Les prochaines paraîtront ici le jour venu.',
    noneCounted: 'Aucun dossier n’est sous ce compteur.',
    noneYet: 'Aucun impayé',
    noneYetHint: 'Les factures se rangent ici dès qu’elles sont importées ou saisies, jusqu’à leur règlement.',
    noneAll: 'Voir tous les dossiers impayés',
  },
  {
    title: 'Reminders',
    list: 'Cases to remind',
    none: 'No case here',
    noneHint: 'No case fits this counter and these filters. Choose another counter or clear the filters.',
    noneDue: (level: number) => `No R${level} is left to be sent today`,
    noneDueHint: 'The next ones show here when their day comes.',
    noneCounted: 'No case is under this counter.',
    noneYet: 'Nothing is unpaid',
    noneYetHint: 'Invoices stand here from the day on which they are imported or entered, until they are paid.',
    noneAll: 'See all unpaid cases',
  },
);

/** Why the list is empty: either no case fits the filters, or no case is under the counter. */
function nothingIn({ counter, isFiltered }: WorkList, w: (typeof words)['fr']): { title: string; hint: string } {
  if (isFiltered) return { title: w.none, hint: w.noneHint };
  return 'level' in counter
    ? { title: w.noneDue(counter.level), hint: w.noneDueHint }
    : { title: w.none, hint: w.noneCounted };
}

/** The work list: what is unpaid, what has to be sent, and the button that sends it. */
export function RemindersPage() {
  const w = useWords(words);
  const { currency } = useSession();
  const { get } = useAddress();
  const list = useWorkList();
  const all = useCaseColumns();
  const { shown, choose } = useColumnChoice(all);
  const [run, setRun] = useState<RunOf | null>(null);
  const { counter, figures, pages, selection } = list;
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <>
          <RunsButton />
          <ColumnChoice all={all} shown={shown} choose={choose} />
          <RunAllButton list={list} run={setRun} />
        </>
      }
    >
      <CounterTabs figures={figures} currency={get('currency') ?? currency} chosen={counter.name} />
      <FilterBar>
        <CaseFilters withoutHold={counter.name === 'litigation'} />
      </FilterBar>
      <List list={list} columns={shown} />
      <CaseSelectionBar list={list} columns={shown} run={setRun} />
      <OnDemand>
        {run && <RunDialog of={run} rows={pages.rows ?? []} close={() => setRun(null)} onStarted={selection.clear} />}
      </OnDemand>
      <RunDrawer rows={pages.rows ?? []} run={setRun} />
      <LitigationDialog />
    </Page>
  );
}

const sortBy = (sort: string) => setAddress({ sort });

function List({ list, columns }: { list: WorkList; columns: ReturnType<typeof useCaseColumns> }) {
  const w = useWords(words);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { invoiceId } = useParams();
  const { pages, selection } = list;
  const open = (id: string | null) => showInDrawer('/relances', id);
  return (
    <>
      <DataTable
        label={w.list}
        columns={columns}
        isDense
        isRewritten
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={
          list.isWhole ? (
            <Empty title={w.noneYet} hint={w.noneYetHint} action={<ToImports />} />
          ) : (
            <Empty
              {...nothingIn(list, w)}
              action={<Button onClick={() => void navigate('/relances')}>{w.noneAll}</Button>}
            />
          )
        }
        sort={list.sort}
        onSort={sortBy}
        selection={selection}
        nameOf={({ number }) => number}
        onOpen={({ id }) => open(id)}
        openId={invoiceId}
        onHover={({ id }) => prefetchCase(queries, id)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      <CaseDrawer invoiceId={invoiceId} close={() => open(null)} />
    </>
  );
}
