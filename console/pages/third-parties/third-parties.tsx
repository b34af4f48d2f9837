import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { usePages } from '../../table/use-pages.ts';
import type { FromList } from '../../third-party/list-behind.ts';
import { ThirdPartyDialog } from '../../third-party/third-party-dialog.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useThirdPartyColumns } from './use-third-party-columns.tsx';

const words = defineWords(
  {
    referrer: {
      title: 'Prescripteurs',
      create: 'Nouveau prescripteur',
      one: 'prescripteur',
      many: 'prescripteurs',
      none: 'Aucun prescripteur',
    },
    notary: { title: 'Notaires', create: 'Nouveau notaire', one: 'notaire', many: 'notaires', none: 'Aucun notaire' },
    noneHint:
      'Un tiers apparaît ici dès qu’il figure dans un dossier. Ceux qui n’y figurent pas encore sont sous «\u00a0Tous les tiers\u00a0».',
    filter: 'Nom',
    which: 'Tiers affichés',
    inRole: (many: string) => `Les ${many} des dossiers`,
    all: 'Tous les tiers',
  },
  {
    referrer: {
      title: 'Referrers',
      create: 'New referrer',
      one: 'referrer',
      many: 'referrers',
      none: 'No referrer',
    },
    notary: { title: 'Notaries', create: 'New notary', one: 'notary', many: 'notaries', none: 'No notary' },
    noneHint:
      'A third party appears here once named in a case file. Those not named yet are under “All third parties”.',
    filter: 'Name',
    which: 'Third parties shown',
    inRole: (many: string) => `The ${many} of case files`,
    all: 'All third parties',
  },
);

type Column = 'name' | 'overdue_count' | 'overdue_cents' | 'unpaid_count';
type Sort = Column | `-${Column}`;

/** Third parties of a role, ranked by what is overdue in their files, which is whom to send a statement first. */
export function ThirdParties({ role }: { role: 'referrer' | 'notary' }) {
  const w = useWords(words);
  const { count } = useFormats();
  const { isSupervisor } = useSession();
  const { get, set } = useAddress();
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  const isAll = get('all') === 'true';
  const q = get('q');
  const query = {
    sort: (get('sort') ?? '-overdue_count') as Sort,
    ...(q ? { q } : {}),
    ...(isAll ? {} : { role }),
  };
  const pages = usePages(['third-parties', query], (cursor) => {
    const paging = { limit: 100, count: true, ...(cursor ? { cursor } : {}) };
    return answerOf(api.GET('/v1/third-parties', { params: { query: { ...query, ...paging } } }));
  });
  const fromHere: FromList = { list: role };
  const columns = useThirdPartyColumns(role);
  const said = w[role];
  return (
    <Page
      title={said.title}
      isFilled
      actions={
        <>
          <CsvButton path="/v1/third-parties" query={query} columns={columns} name={said.many} />
          {isSupervisor && (
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setCreating(true)}>
              {said.create}
            </Button>
          )}
        </>
      }
    >
      <FilterBar>
        <FilterText label={w.filter} />
        <SegmentedControl
          aria-label={w.which}
          size="xs"
          value={isAll ? 'all' : 'role'}
          onChange={(chosen) => set({ all: chosen === 'all' ? 'true' : null })}
          data={[
            { value: 'role', label: w.inRole(said.many) },
            { value: 'all', label: w.all },
          ]}
        />
        <Text c="dimmed" ml="auto" className="figures">
          {pages.total === undefined ? '' : count(pages.total, said.one, said.many)}
        </Text>
      </FilterBar>
      <DataTable
        label={said.title}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={said.none} hint={w.noneHint} />}
        sort={query.sort}
        onSort={(sort) => set({ sort })}
        onOpen={({ id }) => void navigate(`/tiers/${id}`, { state: fromHere })}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      {isCreating && (
        <ThirdPartyDialog
          title={said.create}
          close={() => setCreating(false)}
          onDone={({ id }) => void navigate(`/tiers/${id}`, { state: fromHere })}
        />
      )}
    </Page>
  );
}
