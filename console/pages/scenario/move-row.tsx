import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { LevelBadge } from '../../level/level-badge.tsx';
import { kindWord } from '../../level/level.ts';
import { useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { scenarioWords } from './scenario-words.ts';

interface Next {
  level: number;
  kind: string;
  due_at: string | null;
}

interface Move {
  invoice_id: string;
  number: string;
  customer_name: string;
  customer_erased: boolean;
  from_version: number;
  to_version: number;
  now: Next | null;
  then: Next | null;
}

/** A case on an older version, and what moving it would change. */
export function MoveRow({ row, move, isMoving }: { row: Move; move: () => void; isMoving: boolean }) {
  const w = useWords(scenarioWords);
  const nameOf = useCustomerName();
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/dossiers/${row.invoice_id}`} size="sm" c="inherit">
          {row.number}
        </Anchor>
        <Text size="xs" c="dimmed">
          {nameOf({ name: row.customer_name, erased: row.customer_erased })}
        </Text>
      </Table.Td>
      <Table.Td>
        {row.from_version} → {row.to_version}
      </Table.Td>
      <Table.Td>
        <NextStep next={row.now} />
      </Table.Td>
      <Table.Td>
        <NextStep next={row.then} />
      </Table.Td>
      <Table.Td ta="right">
        <Button variant="subtle" onClick={move} disabled={isMoving} aria-label={w.moveOne(row.number)}>
          {w.move}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

function NextStep({ next }: { next: Next | null }) {
  const w = useWords(scenarioWords);
  const { day, language } = useFormats();
  if (!next) return <Text c="dimmed">{w.over}</Text>;
  return (
    <>
      <LevelBadge level={next.level} /> {kindWord(next.kind, language)}
      <Text size="xs" c="dimmed">
        {next.due_at ? day(next.due_at) : w.held}
      </Text>
    </>
  );
}
