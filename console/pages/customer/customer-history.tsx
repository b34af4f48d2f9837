import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconNote, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { whoDid } from '../../providers/provider-names.ts';
import { Empty } from '../../states/empty.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { type HistoryEntry, type HistoryKind, inInstants } from './customer-entries.ts';
import classes from './customer.module.css';
import { RecordCallDialog } from './record-call-dialog.tsx';
import { AddNoteDialog } from './add-note-dialog.tsx';

const words = defineWords(
  {
    call: 'Consigner un appel',
    note: 'Ajouter une note',
    none: 'Rien encore',
    noneHint: 'Les appels et les notes sur ce client et ses pièces, datés et signés, apparaîtront ici.',
    list: 'Ce qui s’est passé, le plus récent d’abord',
    more: 'Voir plus ancien',
    message: 'Voir l’envoi',
  },
  {
    call: 'Record a call',
    note: 'Add a note',
    none: 'Nothing yet',
    noneHint: 'Calls and notes about this customer and their items, dated and signed, appear here.',
    list: 'What happened, newest first',
    more: 'Show older',
    message: 'See what was sent',
  },
);

interface CustomerHistoryProps {
  customer: Schema<'Customer'>;
  /** Only entries of these kinds. */
  kinds?: readonly HistoryKind[];
}

/**
 * The history of the customer and all items. With `kinds`, only those entries (calls and notes), with buttons to add
 * some unless the customer was erased.
 */
export function CustomerHistory({ customer, kinds }: CustomerHistoryProps) {
  const w = useWords(words);
  const [dialog, setDialog] = useState<'call' | 'note' | null>(null);
  const { rows, error, onEnd, isLoadingMore } = useCustomerHistory(customer.id, kinds);
  const entries = inInstants(rows ?? []);
  return (
    <>
      {!customer.erasure && (
        <Group gap="sm" py={8}>
          <Button variant="default" leftSection={<IconPhone size={15} aria-hidden />} onClick={() => setDialog('call')}>
            {w.call}
          </Button>
          <Button variant="default" leftSection={<IconNote size={15} aria-hidden />} onClick={() => setDialog('note')}>
            {w.note}
          </Button>
        </Group>
      )}
      {!rows && (error ? <Failed error={error} /> : <Loading lines={5} />)}
      {rows && entries.length === 0 && <Empty title={w.none} hint={w.noneHint} />}
      <ul aria-label={w.list} style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      {onEnd && (
        <Button variant="default" mt="sm" loading={isLoadingMore} onClick={onEnd}>
          {w.more}
        </Button>
      )}
      {dialog === 'call' && <RecordCallDialog customer={customer} close={() => setDialog(null)} />}
      {dialog === 'note' && <AddNoteDialog customer={customer} close={() => setDialog(null)} />}
    </>
  );
}

function Entry({ entry }: { entry: ReturnType<typeof inInstants>[number] }) {
  const w = useWords(words);
  const { instant, language } = useFormats();
  return (
    <li className={classes.entry}>
      <Text>{entry.text}</Text>
      <Text c="dimmed">
        {instant(entry.at)} · {whoDid(entry.actor, language)}
        {entry.invoices.map(({ id, number }) => (
          <span key={id}>
            {' · '}
            <Anchor component={Link} to={`/dossiers/${id}`} size="sm" underline="always">
              {number}
            </Anchor>
          </span>
        ))}
        {entry.message_id && (
          <>
            {' · '}
            <Anchor component={Link} to={`/envois/${entry.message_id}`} size="sm" underline="always">
              {w.message}
            </Anchor>
          </>
        )}
      </Text>
    </li>
  );
}

function useCustomerHistory(id: string, kinds: readonly HistoryKind[] | undefined) {
  const { language } = useLanguage();
  return usePages<HistoryEntry>(['customers', id, 'history', kinds ?? 'all', language], (cursor) => {
    const query = { limit: 100, ...(kinds ? { kind: kinds.join() } : {}), ...(cursor ? { cursor } : {}) };
    return answerOf(api.GET('/v1/customers/{id}/history', { params: { path: { id }, query } }));
  });
}
