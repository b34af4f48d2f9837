import { Table } from '@mantine/core';
import { IconKey, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useWords } from '../../words/words.ts';
import { AdminList, RowActions } from './admin-list.tsx';
import { AdminsOnly } from './admins-only.tsx';
import { UserDialog } from './user-dialog.tsx';
import { UserPasswordDialog } from './user-password-dialog.tsx';
import { usersWords } from './users-words.ts';

type User = Schema<'User'>;
type Open = { what: 'edit'; user: User | null } | { what: 'password' | 'remove'; user: User } | null;

/** The users and their roles. */
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
  const list = usePages(['users', 'list'], (cursor) =>
    answerOf(api.GET('/v1/users', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <AdminList
      words={w}
      heads={[w.name, w.email, w.phone, w.role, w.password]}
      list={list}
      add={() => setOpen({ what: 'edit', user: null })}
      row={(user) => <UserRow key={user.id} user={user} open={setOpen} />}
    >
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
    </AdminList>
  );
}

function UserRow({ user, open }: { user: User; open: (what: Open) => void }) {
  const w = useWords(usersWords);
  return (
    <Table.Tr>
      <Table.Td fw={560}>{user.name}</Table.Td>
      <Table.Td>{user.email}</Table.Td>
      <Table.Td>{user.phone ?? '–'}</Table.Td>
      <Table.Td>{w.roles[user.role as keyof typeof w.roles] ?? user.role}</Table.Td>
      <Table.Td>{user.has_password ? w.hasPassword : w.noPassword}</Table.Td>
      <Table.Td>
        <RowActions
          actions={[
            { label: w.edit(user.name), icon: IconPencil, run: () => open({ what: 'edit', user }) },
            { label: w.setPassword(user.name), icon: IconKey, run: () => open({ what: 'password', user }) },
            { label: w.remove(user.name), icon: IconTrash, run: () => open({ what: 'remove', user }) },
          ]}
        />
      </Table.Td>
    </Table.Tr>
  );
}
