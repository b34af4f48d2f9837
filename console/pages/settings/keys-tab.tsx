import { ActionIcon, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useUserName } from '../../choose/user-select.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { RemoveDialog } from '../../states/remove-dialog.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { AdminsOnly } from './admins-only.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { keysWords } from './keys-words.ts';

/** Which programs may use the API, as what. */
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
  const { rows, error, retry } = usePages(['keys'], (cursor) =>
    answerOf(api.GET('/v1/keys', { params: { query: { limit: 200, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed">{w.hint}</Text>
        <Button
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setMaking(true)}
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
              <Table.Th>{w.role}</Table.Th>
              <Table.Th>{w.person}</Table.Th>
              <Table.Th>{w.created}</Table.Th>
              <Table.Th ta="right">{w.actions}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((key) => (
              <Table.Tr key={key.id}>
                <Table.Td fw={560}>{key.name}</Table.Td>
                <Table.Td>{w.roles[key.role as keyof typeof w.roles] ?? key.role}</Table.Td>
                <Table.Td>{nameOf(key.user_id) ?? '–'}</Table.Td>
                <Table.Td>{day(key.created_at)}</Table.Td>
                <Table.Td ta="right">
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={w.revoke(key.name)}
                    title={w.revoke(key.name)}
                    onClick={() => setRevoking(key)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
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
    </Stack>
  );
}
