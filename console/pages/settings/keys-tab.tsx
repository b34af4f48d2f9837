import { Table } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useUserName } from '../../choose/user-select.tsx';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AdminList, RowActions } from './admin-list.tsx';
import { AdminsOnly } from './admins-only.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { keysWords } from './keys-words.ts';

/** The programs that may use the API, and their roles. */
export function KeysTab() {
  return (
    <AdminsOnly>
      <KeyList />
    </AdminsOnly>
  );
}

function KeyList() {
  const w = useWords(keysWords);
  const { day } = useFormats();
  const nameOf = useUserName();
  const [isMaking, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Schema<'Key'> | null>(null);
  const list = usePages(['keys'], (cursor) =>
    answerOf(api.GET('/v1/keys', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <AdminList
      words={w}
      heads={[w.name, w.role, w.person, w.created]}
      list={list}
      add={() => setMaking(true)}
      row={(key) => (
        <Table.Tr key={key.id}>
          <Table.Td fw={560}>{key.name}</Table.Td>
          <Table.Td>{w.roles[key.role as keyof typeof w.roles] ?? key.role}</Table.Td>
          <Table.Td>{nameOf(key.user_id) ?? '–'}</Table.Td>
          <Table.Td>{day(key.created_at)}</Table.Td>
          <Table.Td>
            <RowActions actions={[{ label: w.revoke(key.name), icon: IconTrash, run: () => setRevoking(key) }]} />
          </Table.Td>
        </Table.Tr>
      )}
    >
      {isMaking && <KeyDialog close={() => setMaking(false)} />}
      {revoking && (
        <RemoveDialog
          title={w.revokeTitle}
          text={w.revokeText(revoking.name)}
          button={w.revokeButton}
          done={w.revoked(revoking.name)}
          refused={{ last_admin_key: w.lastAdmin }}
          run={() => answerOf(api.DELETE('/v1/keys/{id}', { params: { path: { id: revoking.id } } }))}
          close={() => setRevoking(null)}
        />
      )}
    </AdminList>
  );
}
