import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { type Action, isRegistered } from '../../action/action-data.ts';
import { actionWords, stateOf } from '../../action/action-words.ts';
import { useConfirmBecause } from '../../action/confirm-because.ts';
import { OutdatedMark } from '../../action/outdated-mark.tsx';
import { outdatedWords } from '../../action/outdated-words.ts';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord, letterWord } from '../../level/level.ts';
import { byColumn, dayColumn, whoColumn } from './when-and-who-columns.tsx';
import { type Cells, levelIn, numbersIn } from '../../table/sheet.ts';
import { customerNameIn, useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    day: 'Jour',
    doneOn: 'Fait le',
    level: 'Niveau',
    what: 'Action',
    customer: 'Client',
    items: 'Pièces',
    amount: 'Montant',
    status: 'État',
    who: 'Pour',
    by: 'Par',
    why: 'Pourquoi',
    registered: 'recommandé',
    more: (first: string, count: number) => `${first} et ${count} ${count > 1 ? 'autres' : 'autre'}`,
  },
  {
    day: 'Day',
    doneOn: 'Done on',
    level: 'Level',
    what: 'Action',
    customer: 'Customer',
    items: 'Items',
    amount: 'Amount',
    status: 'State',
    who: 'For',
    by: 'By',
    why: 'Why',
    registered: 'registered',
    more: (first: string, count: number) => `${first} and ${count} more`,
  },
);

/** A task can have no customer. */
function CustomerLink({ customer }: Pick<Action, 'customer'>) {
  const nameOf = useCustomerName();
  if (!customer) return '–';
  return (
    <Anchor component={Link} to={`/clients/${customer.id}`} size="sm" c="inherit" underline="hover">
      {nameOf(customer)}
    </Anchor>
  );
}

/** A sentence cut to two lines; its full text is the tooltip. */
const TwoLines = ({ text, isQuiet = false }: { text: string | null; isQuiet?: boolean }) => (
  <Text
    lineClamp={2}
    title={text ?? undefined}
    fz={12}
    lh="15px"
    style={{ whiteSpace: 'normal' }}
    {...(isQuiet ? { c: 'dimmed' } : {})}
  >
    {text}
  </Text>
);

/** The name of the action and, on a second line, that its letter must be made again: a row has two lines. */
function What({ text, action }: { text: string; action: Action }) {
  if (!action.letter_outdated) return <TwoLines text={text} />;
  return (
    <>
      <Text truncate title={text} fz={12} lh="15px">
        {text}
      </Text>
      <OutdatedMark action={action} />
    </>
  );
}

/** Why it waits for a person comes first, so that it is never what is cut; the full text is the tooltip. */
function Why({ action }: { action: Action }) {
  const first = useConfirmBecause().alone(action);
  if (!first) return <TwoLines text={action.reason} isQuiet />;
  return (
    <Text
      lineClamp={2}
      title={[first, action.reason].filter(Boolean).join(' ')}
      fz={12}
      lh="15px"
      fw={600}
      style={{ whiteSpace: 'normal' }}
    >
      {first}
    </Text>
  );
}

const actionIn = (cells: Cells) => ({
  title: cells['title'] || null,
  kind: cells['kind'] as Action['kind'],
  letter_kind: (cells['letter_kind'] || null) as Action['letter_kind'],
});

const madeIn = (cells: Cells) => ({
  status: cells['status'] as Action['status'],
  kind: cells['kind'] as Action['kind'],
  message_id: cells['message_id'] || null,
});

/** The columns of the agenda. The tab of what was done shows the day on which it was done and by whom. */
export function useAgendaColumns(isDone: boolean): ColumnDef<Action>[] {
  const w = useWords(words);
  const states = useWords(actionWords);
  const { remake } = useWords(outdatedWords);
  const { money, language } = useFormats();
  return useMemo(() => {
    const how = (action: Pick<Action, 'title' | 'kind' | 'letter_kind'>) => {
      if (action.title) return action.title;
      if (isRegistered(action)) return w.registered;
      return action.letter_kind ? letterWord(action.letter_kind, language) : kindWord(action.kind, language);
    };
    const items = ({ invoices: [first, ...others] }: Action) =>
      first ? (others.length > 0 ? w.more(first.number, others.length) : first.number) : '–';
    const columns: ColumnDef<Action>[] = [
      dayColumn(isDone ? w.doneOn : w.day, isDone),
      {
        id: 'level',
        header: w.level,
        cell: ({ row }) => (row.original.level === null ? null : <LevelBadge level={row.original.level} />),
        meta: { width: '58px', sheet: { text: levelIn } },
      },
      {
        id: 'what',
        header: w.what,
        cell: ({ row }) => <What text={how(row.original)} action={row.original} />,
        meta: {
          width: 'minmax(130px, 1.8fr)',
          sheet: {
            text: (cells) => (cells['letter_outdated'] ? `${how(actionIn(cells))} (${remake})` : how(actionIn(cells))),
          },
        },
      },
      {
        id: 'customer',
        header: w.customer,
        cell: ({ row: { original } }) => <CustomerLink customer={original.customer} />,
        meta: { width: 'minmax(130px, 1.2fr)', sheet: { text: customerNameIn(language) } },
      },
      {
        id: 'items',
        header: w.items,
        cell: ({ row }) => items(row.original),
        meta: { width: 'minmax(112px, 0.8fr)', sheet: { text: numbersIn } },
      },
      {
        id: 'amount',
        header: w.amount,
        cell: ({ row: { original } }) => original.currency && money(original.amount_cents, original.currency),
        meta: { width: '96px', align: 'right', sheet: { money: 'amount_cents' } },
      },
      {
        id: 'status',
        header: w.status,
        cell: ({ row: { original } }) => stateOf(original, states),
        meta: {
          width: '88px',
          sheet: {
            text: (cells) => stateOf(madeIn(cells), states),
          },
        },
      },
      isDone ? byColumn(w.by, language) : whoColumn(w.who),
      {
        id: 'why',
        header: w.why,
        cell: ({ row }) => <Why action={row.original} />,
        meta: { width: 'minmax(150px, 2fr)', sheet: { text: 'reason' } },
      },
    ];
    return columns;
  }, [isDone, w, states, remake, money, language]);
}
