import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { assignWords } from '../../assign/assign-words.ts';
import { NOBODY } from '../../assign/former-collectors.ts';
import { useAssign } from '../../assign/use-assign.ts';
import { UserSelect } from '../../choose/user-select.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    open: 'Affecter…',
    explained: 'Le chargé suit le client\u00a0: tous ses dossiers lui sont confiés.',
  },
  {
    open: 'Assign…',
    explained: 'A collector follows the customer: all of their cases go along.',
  },
);

/** Keeps the list inside the popover: choosing outside of it would count as a click outside and close the popover. */
const WITHIN = { withinPortal: false };

interface AssignButtonProps {
  of: readonly Schema<'Invoice'>[];
  isDisabled: boolean;
  why: string;
  onDone: () => void;
}

/** Assigns the customers of the selected cases to a collector, or to none. */
export function AssignButton({ of, isDisabled, why, onDone }: AssignButtonProps) {
  const w = useWords(words);
  const a = useWords(assignWords);
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const customers = new Map(of.map(({ customer: { id, collector_id: collectorId } }) => [id, collectorId]));
  const { assign, label } = useAssign(
    [...customers].map(([id, collectorId]) => ({ id, collectorId })),
    () => {
      setOpen(false);
      setChosen(null);
      onDone();
    },
  );
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" shadow="md" trapFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconUserCheck size={15} aria-hidden />}
          disabled={isDisabled}
          title={isDisabled ? why : undefined}
          onClick={() => setOpen((was) => !was)}
        >
          {w.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={w.open}>
        <Stack gap="sm">
          <Text c="dimmed">{w.explained}</Text>
          <UserSelect
            label={a.collector}
            size="xs"
            comboboxProps={WITHIN}
            first={{ value: NOBODY, label: a.nobody }}
            value={chosen}
            onChange={setChosen}
          />
          <Button disabled={!chosen} loading={assign.isPending} onClick={() => chosen && assign.mutate(chosen)}>
            {label(chosen)}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
