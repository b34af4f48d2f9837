import { Button, Checkbox, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Schema } from '../../api/client.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import type { Selection } from '../../table/selection.ts';
import type { Cells } from '../../table/sheet.ts';
import { useSaveSheet } from '../../table/use-save-sheet.ts';
import { SelectionBar } from '../../table/selection-bar.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Account, AccountItem } from './account.ts';
import { AccountSums } from './account-sums.tsx';
import { type Chosen, isOpen, itemsOf } from './chosen-items.ts';
import { useAccountColumns } from './use-account-columns.tsx';

const words = defineWords(
  {
    list: 'Pièces de l’état de compte',
    none: 'Rien d’ouvert',
    noneHint: 'Ce client n’a aucune pièce ouverte. Cochez «\u00a0Pièces soldées aussi\u00a0» pour voir les anciennes.',
    one: 'pièce',
    many: 'pièces',
    selected: (items: string, amount: string) => `${items} · ${amount} restant dus`,
    qualify: 'Modifier le statut',
    severalCurrencies: 'Le statut se modifie devise par devise\u00a0: cochez les pièces d’une seule.',
    closed: 'Pièces soldées aussi',
    export: 'Exporter en CSV',
    file: (reference: string) => `compte-${reference}`,
  },
  {
    list: 'Items of the account',
    none: 'Nothing is open',
    noneHint: 'This customer has no open item. Tick “Settled items too” to see older ones.',
    one: 'item',
    many: 'items',
    selected: (items: string, amount: string) => `${items} · ${amount} left to pay`,
    qualify: 'Change the status',
    severalCurrencies: 'The status is changed currency by currency: tick the items of one.',
    closed: 'Settled items too',
    export: 'Export as CSV',
    file: (reference: string) => `account-${reference}`,
  },
);

interface AccountPanelProps {
  customer: Schema<'Customer'>;
  account: Account;
  selection: Selection;
  chosen: Chosen;
  qualify: () => void;
}

/** The statement of account: select items, then qualify them or plan an action about them. */
export function AccountPanel({ customer, account, selection, chosen, qualify }: AccountPanelProps) {
  const w = useWords(words);
  const { count, amounts } = useFormats();
  const { get, set } = useAddress();
  const columns = useAccountColumns();
  const save = useSaveSheet();
  const { data, error, refetch } = account;
  const items = count(chosen.ids.length, w.one, w.many);
  return (
    <>
      <AccountSums customer={customer} account={data}>
        <Checkbox
          size="xs"
          ml="auto"
          label={w.closed}
          checked={get('closed') === 'true'}
          onChange={(event) => set({ closed: event.currentTarget.checked ? 'true' : null })}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          disabled={!data?.items.length}
          onClick={() => save((data?.items ?? []).map(cellsOf), columns, w.file(customer.reference))}
        >
          {w.export}
        </Button>
      </AccountSums>
      <DataTable
        label={w.list}
        columns={columns}
        isDense
        rows={data?.items}
        error={error}
        retry={() => void refetch()}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        selection={{
          ...selection,
          toggleAll: (rows) => selection.toggleAll(rows.filter((row) => isOpenRow(data, row.id))),
        }}
        nameOf={({ number }) => number}
        onOpen={({ id }) => set({ piece: id, action: null }, { push: get('piece') === undefined, atOnce: true })}
        openId={get('piece')}
      />
      <SelectionBar
        said={chosen.ids.length > 0 ? w.selected(items, amounts(chosen.sums)) : null}
        clear={selection.clear}
      >
        <Button onClick={qualify} disabled={itemsOf(chosen) === null}>
          {w.qualify}
        </Button>
        {chosen.sums.length > 1 && (
          <Text size="sm" role="note">
            {w.severalCurrencies}
          </Text>
        )}
      </SelectionBar>
    </>
  );
}

/** The cells of an exported row. */
const cellsOf = (item: AccountItem): Cells =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, cellOf(value)]));

const cellOf = (value: AccountItem[keyof AccountItem]): string =>
  Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join('; ') : String(value ?? '');

function isOpenRow(account: Account['data'], id: string): boolean {
  const item = account?.items.find((one) => one.id === id);
  return item !== undefined && isOpen(item);
}
