import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { useUserName } from '../../choose/user-select.tsx';
import { ScenarioFrom, scenarioFromSaid } from '../../ladder/scenario-from.tsx';
import { customerWord } from '../../level/level.ts';
import { type Cells, listed, type SheetCell, withSheet } from '../../table/sheet.ts';
import { ownNameIn, useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import type { Language } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

type Customer = Schema<'Customer'>;

const words = defineWords(
  {
    name: 'Client',
    reference: 'Référence',
    kind: 'Type',
    contact: 'Contact',
    balance: 'Reste dû',
    overdue: 'En retard',
    group: 'Groupe',
    scenario: 'Scénario',
    collector: 'Chargé',
    hold: 'Suspension',
    paused: 'en pause',
    pausedUntil: (day: string) => `en pause jusqu’au ${day}`,
  },
  {
    name: 'Customer',
    reference: 'Reference',
    kind: 'Kind',
    contact: 'Contact',
    balance: 'Left to pay',
    overdue: 'Overdue',
    group: 'Group',
    scenario: 'Scenario',
    collector: 'Collector',
    hold: 'Hold',
    paused: 'paused',
    pausedUntil: (day: string) => `paused until ${day}`,
  },
);

/** The contact to write to: the recovery contact, else the first one. */
const contactOf = ({ contacts }: Customer) => contacts.find(({ recovery }) => recovery) ?? contacts[0];

/** Reads that contact from a row of the API's CSV. */
function reachedIn(cells: Cells) {
  const contacts = listed(cells['contacts']);
  const contact = contacts.find(({ recovery }) => recovery === true) ?? contacts[0];
  return contact?.['email'] ?? contact?.['name'];
}

/** The cells of the exported file, by the column that shows them. */
const sheetsOf = (
  language: Language,
  userName: (id: string | null) => string | undefined,
): Record<string, SheetCell> => ({
  name: { text: ownNameIn(language) },
  reference: { text: 'reference' },
  kind: { text: ({ kind }) => customerWord(kind ?? '', language) },
  contact: { text: reachedIn },
  balance_cents: { money: 'balance_cents' },
  overdue_cents: { money: 'overdue_cents' },
  group: { text: 'group_name' },
  scenario: {
    text: (cells) => scenarioFromSaid(cells['scenario_in_force_name'] ?? '', cells['scenario_in_force_from'], language),
  },
  collector: { text: (cells) => userName(cells['collector_id'] || null) },
  hold: { text: 'hold_reason' },
});

function NameCell({ customer }: { customer: Customer }) {
  const name = useCustomerName()(customer);
  return (
    <Anchor component={Link} to={`/clients/${customer.id}`} size="sm" fw={560} truncate title={name}>
      {name}
    </Anchor>
  );
}

export function useCustomerColumns(): ColumnDef<Customer>[] {
  const w = useWords(words);
  const { money, day, language } = useFormats();
  const userName = useUserName();
  return useMemo(() => {
    const text = (value: string | null | undefined) => <Text truncate>{value ?? ''}</Text>;
    const sheets = sheetsOf(language, userName);
    const columns: ColumnDef<Customer>[] = [
      {
        id: 'name',
        header: w.name,
        meta: { width: 'minmax(160px, 2fr)', sort: 'name' },
        cell: ({ row: { original } }) => <NameCell customer={original} />,
      },
      {
        id: 'reference',
        header: w.reference,
        meta: { width: '84px', sort: 'reference' },
        cell: ({ row: { original } }) => text(original.reference),
      },
      {
        id: 'kind',
        header: w.kind,
        meta: { width: '126px' },
        cell: ({ row: { original } }) => text(customerWord(original.kind, language)),
      },
      {
        id: 'contact',
        header: w.contact,
        meta: { width: 'minmax(100px, 1.4fr)' },
        cell: ({ row: { original } }) => text(contactOf(original)?.email ?? contactOf(original)?.name),
      },
      {
        id: 'balance_cents',
        header: w.balance,
        meta: { width: 'minmax(96px, 0.2fr)', align: 'right', sort: 'balance_cents' },
        cell: ({ row: { original } }) => money(original.balance_cents, original.currency),
      },
      {
        id: 'overdue_cents',
        header: w.overdue,
        meta: { width: 'minmax(96px, 0.2fr)', align: 'right', sort: 'overdue_cents' },
        cell: ({ row: { original } }) => money(original.overdue_cents, original.currency),
      },
      {
        id: 'group',
        header: w.group,
        meta: { width: 'minmax(80px, 1fr)' },
        cell: ({ row: { original } }) => text(original.group?.name),
      },
      {
        id: 'scenario',
        header: w.scenario,
        meta: { width: 'minmax(70px, 1fr)' },
        cell: ({ row: { original } }) => (
          <Text truncate>
            <ScenarioFrom customer={original} />
          </Text>
        ),
      },
      {
        id: 'collector',
        header: w.collector,
        meta: { width: 'minmax(96px, 1fr)' },
        cell: ({ row: { original } }) => text(userName(original.collector_id)),
      },
      {
        id: 'hold',
        header: w.hold,
        meta: { width: 'minmax(96px, 0.3fr)' },
        cell: ({
          row: {
            original: { hold },
          },
        }) =>
          hold && (
            <Text truncate title={hold.reason}>
              {hold.until_on ? w.pausedUntil(day(hold.until_on)) : w.paused}
            </Text>
          ),
      },
    ];
    return columns.map((column) => withSheet(column, sheets));
  }, [w, money, day, language, userName]);
}
