import { Anchor, Group, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord, letterWord, messageWord } from '../../level/level.ts';
import type { Message } from '../../messages/message.ts';
import { addresseeOf, ToOthers } from '../../messages/to-others.tsx';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import type { Language } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    list: 'Envois à ce client ou à son sujet',
    reserved: 'Préparé le',
    sent: 'Parti le',
    kind: 'Envoi',
    level: 'Niveau',
    subject: 'Objet',
    to: 'Destinataire',
    invoices: 'Pièces',
    amount: 'Montant',
    status: 'Statut',
    none: 'Rien n’a été envoyé',
    noneHint: 'Chaque courriel et chaque courrier envoyé à ce client restera consultable ici, tel qu’il est parti.',
    test: 'essai',
  },
  {
    list: 'Sent to this customer or about them',
    reserved: 'Prepared',
    sent: 'Left on',
    kind: 'Sending',
    level: 'Level',
    subject: 'Subject',
    to: 'To',
    invoices: 'Items',
    amount: 'Amount',
    status: 'Status',
    none: 'Nothing was sent',
    noneHint: 'Each e-mail and letter to this customer can be read here as it left.',
    test: 'test',
  },
);

/**
 * All messages to the customer, and those about the customer to others, marked. A row opens the message in the archive.
 */
export function CustomerMessages({ customerId }: { customerId: string }) {
  const w = useWords(words);
  const navigate = useNavigate();
  const columns = useColumns();
  const pages = usePages(['messages', 'of-customer', customerId], (cursor) => {
    const query = { customer_id: customerId, limit: 100, ...(cursor ? { cursor } : {}) };
    return answerOf(api.GET('/v1/messages', { params: { query } }));
  });
  return (
    <DataTable
      label={w.list}
      columns={columns}
      rows={pages.rows}
      error={pages.error}
      retry={pages.retry}
      empty={<Empty title={w.none} hint={w.noneHint} />}
      onOpen={({ id }) => void navigate(`/envois/${id}`)}
      {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
      isLoadingMore={pages.isLoadingMore}
    />
  );
}

/**
 * The recipients. A letter has only a name; a third party's name comes before its address, because that address is not
 * the customer's.
 */
function toWhom(message: Message, language: Language): string {
  const { name } = addresseeOf(message, language);
  const named = message.third_party || message.to.length === 0 ? [name] : [];
  return [...named, ...message.to].join(', ');
}

function useColumns(): ColumnDef<Message>[] {
  const w = useWords(words);
  const { day, money, language } = useFormats();
  return useMemo(
    () => [
      {
        // The list is ordered by this column.
        id: 'reserved',
        header: w.reserved,
        meta: { width: '98px' },
        cell: ({ row: { original } }) => day(original.reserved_at),
      },
      {
        id: 'sent',
        header: w.sent,
        meta: { width: '98px' },
        cell: ({ row: { original } }) => original.sent_at && day(original.sent_at),
      },
      {
        id: 'kind',
        header: w.kind,
        meta: { width: 'minmax(120px, 1fr)' },
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={`/envois/${original.id}`} size="sm" fw={560} truncate>
            {original.letter_kind ? letterWord(original.letter_kind, language) : kindWord(original.kind, language)}
            {original.test ? ` (${w.test})` : ''}
          </Anchor>
        ),
      },
      {
        id: 'level',
        header: w.level,
        meta: { width: '58px', align: 'center' },
        cell: ({ row: { original } }) => original.level !== null && <LevelBadge level={original.level} />,
      },
      {
        id: 'subject',
        header: w.subject,
        meta: { width: 'minmax(130px, 1.6fr)' },
        cell: ({ row: { original } }) => (
          <Group gap={6} wrap="nowrap">
            <ToOthers message={original} />
            <Text truncate>{original.subject}</Text>
          </Group>
        ),
      },
      {
        id: 'to',
        header: w.to,
        meta: { width: 'minmax(140px, 1.2fr)' },
        cell: ({ row: { original } }) => <Text truncate>{toWhom(original, language)}</Text>,
      },
      {
        id: 'invoices',
        header: w.invoices,
        meta: { width: 'minmax(112px, 0.8fr)' },
        cell: ({ row: { original } }) => {
          const numbers = original.invoices.map(({ number }) => number).join(', ');
          return (
            <Text truncate title={numbers}>
              {numbers}
            </Text>
          );
        },
      },
      {
        id: 'amount',
        header: w.amount,
        meta: { width: '98px', align: 'right' },
        // An acknowledgement or an internal notice may be about no invoice.
        cell: ({ row: { original } }) =>
          original.invoices.length > 0 && money(original.amount_cents, original.currency),
      },
      {
        id: 'status',
        header: w.status,
        meta: { width: '136px' },
        cell: ({ row: { original } }) => messageWord(original.to_post ? 'to_post' : original.status, language),
      },
    ],
    [w, day, money, language],
  );
}
