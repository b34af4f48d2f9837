import { Button, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import classes from './attention.module.css';
import { attentionWords } from './attention-words.ts';
import type { RefusedImport } from './use-anomalies.ts';

const SHOWN = 100;

/** An import of which rows were refused: how many, which and why, and the way to import them corrected. */
export function ImportAnomaly({ of }: { of: RefusedImport }) {
  const w = useWords(attentionWords);
  const { count, number, instant } = useFormats();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.card}>
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={560}>
            {w.importKinds[of.kind]} · {w.refusedRows(count(of.refused_count, w.rowOne, w.rowMany), number(of.total))}
          </Text>
          <Text c="dimmed">
            {instant(of.created_at)} · {of.actor.name}
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap">
          <Button variant="default" aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
            {isOpen ? w.hide : w.show}
          </Button>
          <Button component={Link} to="/imports" variant="default">
            {w.again}
          </Button>
        </Group>
      </Group>
      {isOpen && <Rows importId={of.id} />}
    </div>
  );
}

function Rows({ importId }: { importId: string }) {
  const w = useWords(attentionWords);
  const { number } = useFormats();
  const { data } = useQuery({
    queryKey: ['imports', importId],
    queryFn: () => answerOf(api.GET('/v1/imports/{id}', { params: { path: { id: importId } } })),
    refetchInterval: false,
  });
  return (
    <Table mt="sm" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={80}>{w.lineNumber}</Table.Th>
          <Table.Th>{w.why}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data?.refused.slice(0, SHOWN).map(({ line, detail }) => (
          <Table.Tr key={line}>
            <Table.Td>{number(line)}</Table.Td>
            <Table.Td>{detail}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
