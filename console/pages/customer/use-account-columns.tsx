import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { daysLateOf, hasEnded } from '../../case/ended.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { holdWord, statusWord } from '../../level/level.ts';
import { StatusBadge } from '../../level/status-badge.tsx';
import { type Cells, listed } from '../../table/sheet.ts';
import { useFormats } from '../../words/formats.ts';
import type { Language } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { AccountItem } from './account.ts';

const words = defineWords(
  {
    number: 'Pièce',
    issued: 'Émise le',
    due: 'Échéance',
    late: 'Retard',
    total: 'Montant',
    balance: 'Reste dû',
    level: 'Niveau',
    status: 'Statut',
    holds: 'Suspension',
    comment: 'Dernier commentaire',
    credit: 'avoir',
    until: (hold: string, day: string) => `${hold} jusqu’au ${day}`,
    days: (days: number) => `${days}\u00a0j`,
  },
  {
    number: 'Item',
    issued: 'Issued on',
    due: 'Due on',
    late: 'Late',
    total: 'Amount',
    balance: 'Left to pay',
    level: 'Level',
    status: 'Status',
    holds: 'Hold',
    comment: 'Last comment',
    credit: 'credit note',
    until: (hold: string, day: string) => `${hold} until ${day}`,
    days: (days: number) => `${days} d`,
  },
);

const holdsIn = ({ holds }: Cells, language: Language) =>
  listed(holds)
    .map(({ kind }) => holdWord(String(kind), language))
    .join(', ');

const Cut = ({ text }: { text: string | null }) => (
  <Text truncate title={text ?? ''}>
    {text ?? ''}
  </Text>
);

/** As the cells on screen: who is not late has none. */
const lateIn = ({ kind, status, days_late }: Cells) =>
  daysLateOf({ kind, status, days_late: days_late ? Number(days_late) : null });

/** What is still asked for, so that the column adds up to the balance above it. */
const leftIn = (cells: Cells) => (hasEnded({ status: cells['status'] }) ? 0 : cells['balance_cents']);

export function useAccountColumns(): ColumnDef<AccountItem>[] {
  const w = useWords(words);
  const { money, day, lateness, language } = useFormats();
  return useMemo(() => {
    const holdsOf = ({ holds }: AccountItem) =>
      holds
        .map(({ kind, until_on }) => {
          const word = holdWord(kind, language);
          return until_on ? w.until(word, day(until_on)) : word;
        })
        .join(', ');
    return [
      {
        id: 'number',
        header: w.number,
        meta: {
          width: 'minmax(104px, 1fr)',
          sheet: { text: ({ number, kind }) => (kind === 'credit_note' ? `${number} (${w.credit})` : number) },
        },
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={`/dossiers/${original.id}`} fz={12.5} fw={560} truncate>
            {original.number}
            {original.kind === 'credit_note' && ` (${w.credit})`}
          </Anchor>
        ),
      },
      {
        id: 'issued',
        header: w.issued,
        meta: { width: 'minmax(90px, 0.3fr)', sheet: { day: 'issued_on' } },
        cell: ({ row: { original } }) => day(original.issued_on),
      },
      {
        id: 'due',
        header: w.due,
        meta: { width: 'minmax(90px, 0.3fr)', sheet: { day: 'due_on' } },
        cell: ({ row: { original } }) => original.due_on && day(original.due_on),
      },
      {
        id: 'late',
        header: w.late,
        meta: { width: '58px', align: 'right', sheet: { text: lateIn } },
        cell: ({ row: { original } }) => {
          const late = daysLateOf(original);
          return late === null ? null : <span title={lateness(late) ?? ''}>{w.days(late)}</span>;
        },
      },
      {
        id: 'total',
        header: w.total,
        meta: { width: 'minmax(78px, 0.3fr)', align: 'right', sheet: { money: 'total_cents' } },
        cell: ({ row: { original } }) => money(original.total_cents, original.currency),
      },
      {
        id: 'balance',
        header: w.balance,
        meta: { width: 'minmax(78px, 0.3fr)', align: 'right', sheet: { money: leftIn } },
        cell: ({ row: { original } }) => money(hasEnded(original) ? 0 : original.balance_cents, original.currency),
      },
      {
        id: 'level',
        header: w.level,
        meta: { width: '58px', align: 'center', sheet: { number: 'level' } },
        cell: ({ row: { original } }) => original.kind === 'invoice' && <LevelBadge level={original.level} />,
      },
      {
        id: 'status',
        header: w.status,
        meta: { width: '134px', sheet: { text: ({ status }) => status && statusWord(status, language) } },
        cell: ({ row: { original } }) => original.kind === 'invoice' && <StatusBadge status={original.status} />,
      },
      {
        id: 'holds',
        header: w.holds,
        meta: { width: 'minmax(58px, 1fr)', sheet: { text: (of) => holdsIn(of, language) } },
        cell: ({ row: { original } }) => <Cut text={holdsOf(original)} />,
      },
      {
        id: 'comment',
        header: w.comment,
        meta: { width: 'minmax(58px, 1.6fr)', sheet: { text: 'last_comment' } },
        cell: ({ row: { original } }) => <Cut text={original.last_comment} />,
      },
    ];
  }, [w, money, day, lateness, language]);
}
