import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { daysLateOf, hasEnded } from '../../case/ended.ts';
import { signedTotal } from '../../case/signed-total.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { caseStatusWord, holdWord } from '../../level/level.ts';
import { StatusBadge } from '../../level/status-badge.tsx';
import { type Cells, levelIn, listed } from '../../table/sheet.ts';
import { useFormats } from '../../words/formats.ts';
import type { Language } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { AccountItem } from './account.ts';
import { holdLines } from './hold-lines.ts';

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

/** All holds of an item in one text, from the row on screen and from its cells in the file. */
const holdTexts = (said: (kind: string, untilOn: string | null) => string) => ({
  holdsOf: ({ holds }: AccountItem) => holds.map((one) => said(one.kind, one.until_on)).join(', '),
  holdsIn: ({ holds }: Cells) =>
    listed(holds)
      .map((one) => said(String(one['kind']), one['until_on'] ? String(one['until_on']) : null))
      .join(', '),
});

/** A text written by a person, cut to two lines; the full text is the tooltip. */
const Cut = ({ text }: { text: string | null }) => (
  <Text lineClamp={2} title={text ?? ''} fz={12} lh="15px" style={{ whiteSpace: 'normal' }}>
    {text ?? ''}
  </Text>
);

/** What holds an item, at most two lines; the whole of it stands under the mouse. */
const Holds = ({ text, lines }: { text: string; lines: readonly string[] }) => (
  <div title={text}>
    {lines.map((line) => (
      <Text key={line} truncate fz={12} lh="15px">
        {line}
      </Text>
    ))}
  </div>
);

/** As the cells on the screen: empty when the item is not late. */
const lateIn = ({ kind, status, days_late }: Cells) =>
  daysLateOf({ kind, status, days_late: days_late ? Number(days_late) : null });

/** The status of the case, in the words of every other screen. A credit note has none and says `credit`. */
const statusColumn = (header: string, credit: string, language: Language): ColumnDef<AccountItem> => ({
  id: 'status',
  header,
  meta: {
    width: '128px',
    sheet: {
      text: ({ status, letter_made_on: madeOn }) => status && caseStatusWord(status, Boolean(madeOn), language),
    },
  },
  cell: ({ row: { original } }) =>
    original.kind === 'invoice' ? (
      <StatusBadge status={original.status} isToPost={original.letter_made_on !== null} />
    ) : (
      credit
    ),
});

/** What is still claimed, so that the column adds up to the balance above it. */
const leftIn = (cells: Cells) => (hasEnded({ status: cells['status'] }) ? 0 : cells['balance_cents']);

export function useAccountColumns(): ColumnDef<AccountItem>[] {
  const w = useWords(words);
  const { money, day, shortDay, lateness, language } = useFormats();
  return useMemo(() => {
    const holdSaid = (kind: string, untilOn: string | null) => {
      const word = holdWord(kind, language);
      return untilOn ? w.until(word, day(untilOn)) : word;
    };
    const { holdsOf, holdsIn } = holdTexts(holdSaid);
    return [
      {
        id: 'number',
        header: w.number,
        meta: {
          width: 'minmax(98px, 0.4fr)',
          sheet: { text: ({ number, kind }) => (kind === 'credit_note' ? `${number} (${w.credit})` : number) },
        },
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={`/dossiers/${original.id}`} fz={12.5} fw={560} truncate>
            {original.number}
          </Anchor>
        ),
      },
      {
        id: 'issued',
        header: w.issued,
        meta: { width: '98px', sheet: { day: 'issued_on' } },
        cell: ({ row: { original } }) => day(original.issued_on),
      },
      {
        id: 'due',
        header: w.due,
        meta: { width: '98px', sheet: { day: 'due_on' } },
        cell: ({ row: { original } }) => original.due_on && day(original.due_on),
      },
      {
        id: 'late',
        header: w.late,
        meta: { width: '50px', align: 'right', sheet: { text: lateIn } },
        cell: ({ row: { original } }) => {
          const late = daysLateOf(original);
          return late === null ? null : <span title={lateness(late) ?? ''}>{w.days(late)}</span>;
        },
      },
      {
        id: 'total',
        header: w.total,
        meta: { width: 'minmax(86px, 0.2fr)', align: 'right', sheet: { money: signedTotal } },
        cell: ({ row: { original } }) => money(signedTotal(original), original.currency),
      },
      {
        id: 'balance',
        header: w.balance,
        meta: { width: 'minmax(86px, 0.2fr)', align: 'right', sheet: { money: leftIn } },
        cell: ({ row: { original } }) => money(hasEnded(original) ? 0 : original.balance_cents, original.currency),
      },
      {
        id: 'level',
        header: w.level,
        meta: { width: '50px', align: 'center', sheet: { text: levelIn } },
        cell: ({ row: { original } }) => original.kind === 'invoice' && <LevelBadge level={original.level} />,
      },
      statusColumn(w.status, w.credit, language),
      {
        id: 'holds',
        header: w.holds,
        meta: { width: 'minmax(104px, 1fr)', sheet: { text: holdsIn } },
        cell: ({ row: { original } }) => (
          <Holds text={holdsOf(original)} lines={holdLines(original.holds, { language, shortDay })} />
        ),
      },
      {
        id: 'comment',
        header: w.comment,
        meta: { width: 'minmax(130px, 1.6fr)', sheet: { text: 'last_comment' } },
        cell: ({ row: { original } }) => <Cut text={original.last_comment} />,
      },
    ];
  }, [w, money, day, shortDay, lateness, language]);
}
