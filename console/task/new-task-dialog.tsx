import { Select, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../frame/dialog.tsx';
import { answerOf, api } from '../api/client.ts';
import { useCustomerName } from '../words/customer-name.ts';
import { defineWords, useWords } from '../words/words.ts';
import { TaskDialog } from './task-dialog.tsx';

const words = defineWords(
  {
    title: 'Nouvelle tâche',
    customer: 'Pour quel client\u00a0?',
    hint: 'Nom ou référence. Une tâche sur une facture se crée depuis son dossier.',
    none: 'Aucun client de ce nom',
    nobody: 'Sans client',
  },
  {
    title: 'New task',
    customer: 'For which customer?',
    hint: 'Name or reference. A task on an invoice is made from its case.',
    none: 'No customer of that name',
    nobody: 'For no customer',
  },
);

const SHOWN = 12;
const NOBODY = 'nobody';

/** Creates a task from a page without a customer: first chooses the customer, or none, then opens the task. */
export function NewTaskDialog({ close }: { close: () => void }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ customerId: string; name: string } | typeof NOBODY | null>(null);
  const [q] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: ['customers', 'to-choose', q],
    placeholderData: keepPreviousData,
    refetchInterval: false,
    queryFn: () =>
      answerOf(api.GET('/v1/customers', { params: { query: { limit: SHOWN, sort: 'name', ...(q ? { q } : {}) } } })),
  });
  if (chosen === NOBODY) return <TaskDialog close={close} />;
  if (chosen) return <TaskDialog about={chosen} close={close} />;
  const customers = data?.data ?? [];
  // Not offered while the user searches for a name.
  const nobody = q === '' ? [{ value: NOBODY, label: w.nobody }] : [];
  return (
    <Dialog onClose={close} title={w.title}>
      <Stack gap="sm" mih={260}>
        <Select
          label={w.customer}
          description={w.hint}
          data={[...nobody, ...customers.map((one) => ({ value: one.id, label: `${nameOf(one)} · ${one.reference}` }))]}
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          // The API has filtered already.
          filter={({ options }) => options}
          nothingFoundMessage={w.none}
          onChange={(id) => {
            if (id === NOBODY) setChosen(NOBODY);
            const customer = customers.find((one) => one.id === id);
            if (customer) setChosen({ customerId: customer.id, name: nameOf(customer) });
          }}
          data-autofocus
        />
      </Stack>
    </Dialog>
  );
}
