import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { useSession } from '../../frame/session.ts';
import { useFormats } from '../../words/formats.ts';
import type { FromList } from '../../third-party/list-behind.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { isNeverWritten } from '../third-party/never-written.ts';

const words = defineWords(
  {
    name: 'Nom',
    email: 'Adresse électronique',
    city: 'Ville',
    count: 'Impayés',
    amount: 'Montant impayé',
    notDue: 'Non échus',
    last: 'Dernier état envoyé',
    never: 'jamais',
    noStatement: 'pas d’état (non professionnel)',
  },
  {
    name: 'Name',
    email: 'E-mail address',
    city: 'City',
    count: 'Overdue',
    amount: 'Overdue amount',
    notDue: 'Not due yet',
    last: 'Last statement',
    never: 'never',
    noStatement: 'no statement (not a professional)',
  },
);

export function useThirdPartyColumns(role: FromList['list']): ColumnDef<Schema<'ThirdPartyRow'>>[] {
  const w = useWords(words);
  const { currency } = useSession();
  const { money, number, day, fromToday } = useFormats();
  return useMemo(
    () => [
      {
        id: 'name',
        header: w.name,
        meta: { width: 'minmax(200px, 2fr)', sort: 'name', sheet: { text: 'name' } },
        cell: ({ row: { original } }) => (
          <Anchor
            component={Link}
            to={`/tiers/${original.id}`}
            state={{ list: role } satisfies FromList}
            size="sm"
            fw={560}
            truncate
          >
            {original.name}
          </Anchor>
        ),
      },
      {
        id: 'email',
        header: w.email,
        meta: { width: 'minmax(180px, 1.6fr)', sheet: { text: 'email' } },
        cell: ({ row: { original } }) => <Text truncate>{original.email}</Text>,
      },
      {
        id: 'city',
        header: w.city,
        meta: { width: 'minmax(120px, 1fr)', sheet: { text: 'address_city' } },
        cell: ({ row: { original } }) => <Text truncate>{original.address?.city}</Text>,
      },
      {
        id: 'overdue_count',
        header: w.count,
        meta: { width: '100px', align: 'right', sort: 'overdue_count', sheet: { number: 'overdue_count' } },
        cell: ({ row: { original } }) => number(original.overdue_count),
      },
      {
        id: 'overdue_cents',
        header: w.amount,
        meta: { width: '140px', align: 'right', sort: 'overdue_cents', sheet: { money: 'overdue_cents', currency } },
        cell: ({ row: { original } }) => money(original.overdue_cents, currency),
      },
      {
        // Open and not overdue: not for a statement yet.
        id: 'not_due',
        header: w.notDue,
        meta: {
          width: '100px',
          align: 'right',
          sheet: { text: (cells) => Number(cells['unpaid_count']) - Number(cells['overdue_count']) },
        },
        cell: ({
          row: {
            original: { unpaid_count: all, overdue_count: late },
          },
        }) => <Text c="dimmed">{all > late ? number(all - late) : ''}</Text>,
      },
      {
        id: 'last',
        header: w.last,
        meta: { width: '230px', sheet: { day: 'last_statement_on' } },
        cell: ({ row: { original } }) => {
          const { last_statement_on: on } = original;
          const none = isNeverWritten(original, role) ? w.noStatement : w.never;
          return <Text {...(on ? {} : { c: 'dimmed' })}>{on ? `${day(on)}, ${fromToday(on)}` : none}</Text>;
        },
      },
    ],
    [w, role, currency, money, number, day, fromToday],
  );
}
