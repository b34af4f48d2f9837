import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useWords } from '../../words/words.ts';
import { scenariosWords } from './scenarios-words.ts';
import { useScenarioColumns } from './use-scenario-columns.tsx';

/** The scenarios: when each reminder is sent, how, and with which template. */
export function ScenariosPage() {
  const w = useWords(scenariosWords);
  return (
    <SupervisorsOnly title={w.title}>
      <ScenarioList />
    </SupervisorsOnly>
  );
}

function ScenarioList() {
  const w = useWords(scenariosWords);
  const { get, set } = useAddress();
  const navigate = useNavigate();
  const q = get('q');
  const sort = get('sort') === '-name' ? '-name' : 'name';
  const pages = usePages(['scenarios', { q, sort }], (cursor) =>
    answerOf(
      api.GET('/v1/scenarios', {
        params: { query: { sort, limit: 100, ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <Button component={Link} to="/scenarios/nouveau" leftSection={<IconPlus size={15} aria-hidden />}>
          {w.create}
        </Button>
      }
    >
      <FilterBar>
        <FilterText label={w.text} />
      </FilterBar>
      <DataTable
        label={w.list}
        columns={useScenarioColumns()}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        sort={sort}
        onSort={(chosen) => set({ sort: chosen })}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate(`/scenarios/${id}`)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
    </Page>
  );
}
