import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { UserSelect, useUserName } from '../../choose/user-select.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    open: 'Affecter…',
    explained: 'Le chargé suit le client\u00a0: tous ses dossiers lui sont confiés.',
    collector: 'Chargé de recouvrement',
    one: 'client',
    many: 'clients',
    assign: (counted: string) => `Affecter ${counted}`,
    release: (counted: string) => `Laisser ${counted} sans chargé de recouvrement`,
    assigned: (counted: string, name: string) => `${counted}\u00a0: suivi confié à ${name}.`,
    released: (counted: string) => `${counted}\u00a0: plus de chargé attitré.`,
  },
  {
    open: 'Assign…',
    explained: 'A collector follows the customer: all of their cases go along.',
    collector: 'Collector',
    one: 'customer',
    many: 'customers',
    assign: (counted: string) => `Assign ${counted}`,
    release: (counted: string) => `Unassign ${counted}`,
    assigned: (counted: string, name: string) => `${counted}: given to ${name}.`,
    released: (counted: string) => `${counted}: no collector of their own any more.`,
  },
);

interface AssignButtonProps {
  of: readonly Schema<'Invoice'>[];
  isDisabled: boolean;
  why: string;
  onDone: () => void;
}

/** Gives the customers of the ticked dossiers to a collector, or to nobody. */
export function AssignButton({ of, isDisabled, why, onDone }: AssignButtonProps) {
  const w = useWords(words);
  const { count } = useFormats();
  const userName = useUserName();
  const [isOpen, setOpen] = useState(false);
  const [collectorId, setCollectorId] = useState<string | null>(null);
  const customerIds = [...new Set(of.map(({ customer }) => customer.id))];
  const said = count(customerIds.length, w.one, w.many);
  const assign = useChange({
    run: () =>
      answerOf(api.POST('/v1/customers/assign', { body: { customer_ids: customerIds, collector_id: collectorId } })),
    done: () => (collectorId ? w.assigned(said, userName(collectorId) ?? '') : w.released(said)),
    onDoneHere: () => {
      setOpen(false);
      onDone();
    },
  });
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
          <UserSelect label={w.collector} size="xs" value={collectorId} onChange={setCollectorId} />
          <Button loading={assign.isPending} onClick={() => assign.mutate(undefined)}>
            {collectorId ? w.assign(said) : w.release(said)}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
