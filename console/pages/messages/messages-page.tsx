import { useParams } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { showInDrawer } from '../../frame/show-in-drawer.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { isNarrowed } from '../../table/is-narrowed.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { MessageDrawer } from './message-drawer.tsx';
import { MessageFilters } from './message-filters.tsx';
import { messageQuery, readMessages } from './message-query.ts';
import { useMessageColumns } from './use-message-columns.tsx';

const words = defineWords(
  {
    title: 'Envois',
    list: 'Tout ce qui a été envoyé',
    one: 'envoi',
    many: 'envois',
    none: 'Aucun envoi',
    noneHint: 'Les courriels, courriers et SMS se rangent ici dès qu’ils sont préparés.',
    noneFiltered: 'Aucun envoi ne répond à ces filtres. Modifiez-les.',
    file: 'envois',
  },
  {
    title: 'Sent',
    list: 'All that was sent',
    one: 'message',
    many: 'messages',
    none: 'Nothing was sent',
    noneHint: 'Mails, letters and SMS are kept here as soon as they are prepared.',
    noneFiltered: 'Nothing fits these filters. Change them.',
    file: 'messages',
  },
);

/** The archive of everything that was sent or about to be sent. */
export function MessagesPage() {
  const w = useWords(words);
  const { count } = useFormats();
  const { params, set } = useAddress();
  const { messageId } = useParams();
  const query = messageQuery(params);
  const pages = usePages(['messages', 'list', query], readMessages(query));
  const columns = useMessageColumns();
  const open = (id: string | null) => showInDrawer('/envois', id);
  return (
    <Page
      title={w.title}
      isFilled
      actions={<CsvButton path="/v1/messages" query={query} columns={columns} name={w.file} />}
    >
      <MessageFilters counted={pages.total === undefined ? '' : count(pages.total, w.one, w.many)} />
      <DataTable
        label={w.list}
        columns={columns}
        isDense
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={isNarrowed(query) ? w.noneFiltered : w.noneHint} />}
        sort={query.sort ?? '-reserved_at'}
        onSort={(sort) => set({ sort })}
        onOpen={({ id }) => open(id)}
        openId={messageId}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      <MessageDrawer messageId={messageId} close={() => open(null)} />
    </Page>
  );
}
