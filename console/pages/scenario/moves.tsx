import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { MoveAllDialog } from './move-all-dialog.tsx';
import { MoveRow } from './move-row.tsx';
import { scenarioWords } from './scenario-words.ts';

/** The cases on an older version: their next step now and after a move. They are moved one by one or all at once. */
export function Moves({ id, version }: { id: string; version: number }) {
  const w = useWords(scenarioWords);
  const { count } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const pages = usePages(['scenarios', id, 'moves'], (cursor) =>
    answerOf(
      api.GET('/v1/scenarios/{id}/moves', {
        params: { path: { id }, query: { limit: 10, count: true, ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const cases = (number: number) => count(number, w.one, w.many);
  const move = useChange({
    run: (body: { invoice_ids: string[] } | { all: true }) =>
      answerOf(api.POST('/v1/scenarios/{id}/moves', { params: { path: { id } }, body })),
    done: ({ moved }) => w.moved(cases(moved)),
    onDone: () => setAsking(false),
  });
  const { rows, total = 0 } = pages;
  return (
    <Stack gap="sm" component="section" aria-labelledby="moves">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} size="h5" id="moves">
          {w.moves}
        </Title>
        {total > 0 && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {w.moveAll(cases(total))}
          </Button>
        )}
      </Group>
      {!rows && (pages.error ? <Failed error={pages.error} retry={pages.retry} /> : <Loading lines={3} />)}
      {rows && (
        <Text size="xs" c="dimmed">
          {rows.length > 0 ? w.movesHint : w.noMoves}
        </Text>
      )}
      {rows && rows.length > 0 && (
        <Table verticalSpacing={5} horizontalSpacing={6} fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.number}</Table.Th>
              <Table.Th>{w.from}</Table.Th>
              <Table.Th>{w.now}</Table.Th>
              <Table.Th>{w.then}</Table.Th>
              <Table.Th aria-label={w.move} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <MoveRow
                key={row.invoice_id}
                row={row}
                isMoving={move.isPending}
                move={() => move.mutate({ invoice_ids: [row.invoice_id] })}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {pages.onEnd && (
        <Button variant="subtle" onClick={pages.onEnd} loading={pages.isLoadingMore}>
          {w.more}
        </Button>
      )}
      {isAsking && (
        <MoveAllDialog
          cases={cases(total)}
          version={version}
          move={() => move.mutate({ all: true })}
          isMoving={move.isPending}
          close={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
