import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { headingsOf } from '../../choose/by-folder.ts';
import { folderWords } from '../../choose/folder-words.ts';
import { inFolders } from '../../choose/in-folders.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { TemplateFilters } from './template-filters.tsx';
import { templateQuery } from './template-query.ts';
import { templatesWords } from './templates-words.ts';
import { useTemplateColumns } from './use-template-columns.tsx';

/** The templates of letters, e-mails, SMS and statements. */
export function TemplatesPage() {
  const w = useWords(templatesWords);
  return (
    <SupervisorsOnly title={w.title}>
      <TemplateList />
    </SupervisorsOnly>
  );
}

function TemplateList() {
  const w = useWords(templatesWords);
  const { count } = useFormats();
  const { params, set } = useAddress();
  const navigate = useNavigate();
  const { noFolder } = useWords(folderWords);
  const { sort, ...filters } = templateQuery(params);
  const pages = usePages(['templates', filters], (cursor) =>
    answerOf(
      api.GET('/v1/templates', {
        params: { query: { ...filters, sort: 'folder', limit: 200, count: true, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const rows = useMemo(() => pages.rows && inFolders(pages.rows, sort), [pages.rows, sort]);
  const groupOf = useMemo(() => headingsOf(rows ?? [], noFolder), [rows, noFolder]);
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <Button component={Link} to="/modeles/nouveau" leftSection={<IconPlus size={15} aria-hidden />}>
          {w.create}
        </Button>
      }
    >
      <TemplateFilters counted={pages.total === undefined ? '' : count(pages.total, w.one, w.many)} />
      <DataTable
        label={w.list}
        columns={useTemplateColumns()}
        rows={rows}
        {...(groupOf ? { groupOf } : {})}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        sort={sort}
        onSort={(sort) => set({ sort })}
        nameOf={({ name }) => name}
        onOpen={({ id }) => void navigate(`/modeles/${id}`)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
    </Page>
  );
}
