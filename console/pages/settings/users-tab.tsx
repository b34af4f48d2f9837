import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconKey, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useWords } from '../../words/words.ts';
import { AdminsOnly } from './admins-only.tsx';
import { UserDialog } from './user-dialog.tsx';
import { UserPasswordDialog } from './user-password-dialog.tsx';
import { usersWords } from './users-words.ts';

type User = Schema<'User'>;
type Open = { what: 'edit'; user: User | null } | { what: 'password' | 'remove'; user: User } | null;

/** Who works here, as what. */
export function UsersTab() {
  return (
    <AdminsOnly>
      <UserList />
    </AdminsOnly>
  );
}

function UserList() {
  const w = useWords(usersWords);
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { rows, error, retry } = usePages(['users', 'list'], (cursor) =>
    answerOf(api.GET('/v1/users', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed">{w.hint}</Text>
        <Button
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setOpen({ what: 'edit', user: null })}
          style={{ flex: 'none' }}
        >
          {w.add}
        </Button>
      </Group>
      {!rows && (error ? <Failed error={error} retry={retry} /> : <Loading />)}
      {rows && (
        <Table verticalSpacing={6} fz={13} aria-label={w.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.name}</Table.Th>
              <Table.Th>{w.email}</Table.Th>
              <Table.Th>{w.phone}</Table.Th>
              <Table.Th>{w.role}</Table.Th>
              <Table.Th>{w.password}</Table.Th>
              <Table.Th ta="right">{w.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((user) => (
              <UserRow key={user.id} user={user} open={setOpen} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {open?.what === 'edit' && <UserDialog user={open.user} close={close} />}
      {open?.what === 'password' && <UserPasswordDialog user={open.user} close={close} />}
      {open?.what === 'remove' && (
        <RemoveDialog
          title={w.removeTitle}
          text={w.removeText(open.user.name)}
          button={w.removeButton}
          done={w.removed(open.user.name)}
          refused={{ in_use: w.inUse }}
          run={() => answerOf(api.DELETE('/v1/users/{id}', { params: { path: { id: open.user.id } } }))}
          close={close}
        />
      )}
    </Stack>
  );
}

function UserRow({ user, open }: { user: User; open: (what: Open) => void }) {
  const w = useWords(usersWords);
  const actions = [
    { label: w.edit(user.name), icon: IconPencil, what: 'edit' },
    { label: w.setPassword(user.name), icon: IconKey, what: 'password' },
    { label: w.remove(user.name), icon: IconTrash, what: 'remove' },
  ] as const;
  return (
    <Table.Tr>
      <Table.Td fw={560}>{user.name}</Table.Td>
      <Table.Td>{user.email}</Table.Td>
      <Table.Td>{user.phone ?? '–'}</Table.Td>
      <Table.Td>{w.roles[user.role as keyof typeof w.roles] ?? user.role}</Table.Td>
      <Table.Td>{user.has_password ? w.hasPassword : w.noPassword}</Table.Td>
      <Table.Td>
        <Group gap={2} justify="flex-end" wrap="nowrap">
          {actions.map(({ label, icon: Icon, what }) => (
            <ActionIcon
              key={what}
              variant="subtle"
              color="gray"
              aria-label={label}
              title={label}
              onClick={() => open({ what, user })}
            >
              <Icon size={16} aria-hidden />
            </ActionIcon>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
