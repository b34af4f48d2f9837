import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core';
import { type Icon, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';

interface AdminListProps<Row> {
  words: { title: string; hint: string; add: string; actions: string };
  /** Headings of all columns except the last, which has the actions. */
  heads: readonly string[];
  list: { rows: readonly Row[] | undefined; error: unknown; retry: () => void };
  add: () => void;
  row: (row: Row) => ReactNode;
  children: ReactNode;
}

/** A list managed by admins: its purpose, a button to add one, and a row for each. */
export function AdminList<Row>({ words, heads, list, add, row, children }: AdminListProps<Row>) {
  const { rows, error, retry } = list;
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed">{words.hint}</Text>
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={add} style={{ flex: 'none' }}>
          {words.add}
        </Button>
      </Group>
      {!rows && (error ? <Failed error={error} retry={retry} /> : <Loading />)}
      {rows && (
        <Table verticalSpacing={6} fz={13} aria-label={words.title}>
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) => (
                <Table.Th key={head}>{head}</Table.Th>
              ))}
              <Table.Th ta="right">{words.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows.map(row)}</Table.Tbody>
        </Table>
      )}
      {children}
    </Stack>
  );
}

interface RowActionsProps {
  actions: readonly { label: string; icon: Icon; run: () => void }[];
}

/** The actions at the end of a row. */
export function RowActions({ actions }: RowActionsProps) {
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap">
      {actions.map(({ label, icon: Icon, run }) => (
        <ActionIcon key={label} variant="subtle" color="gray" aria-label={label} title={label} onClick={run}>
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </Group>
  );
}
