import { Select, Switch, Text } from '@mantine/core';
import { useCustomer } from '../../case/case-data.ts';
import { CollectorFilter } from '../../choose/user-select.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { CHANNELS } from '../../level/kinds.ts';
import { kindWord } from '../../level/level.ts';
import { FilterChip } from '../../table/filter-chip.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { useFilterChoice } from '../../table/use-filter-choice.ts';
import { useCustomerName } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { WhoseActions } from './whose-actions.tsx';

const words = defineWords(
  {
    text: 'Client, pièce, tâche',
    kind: 'Type d’action',
    collector: 'Chargé de recouvrement',
    level: 'Niveau',
    day: 'Jour',
    late: 'En retard seulement',
    allCustomers: 'Voir tous les clients',
  },
  {
    text: 'Customer, number, task',
    kind: 'Kind of action',
    collector: 'Collector',
    level: 'Level',
    day: 'Day',
    late: 'Late ones only',
    allCustomers: 'Show all customers',
  },
);

/** The filters of the agenda, kept in the address bar. */
export function AgendaFilters({ counted }: { counted: string }) {
  const w = useWords(words);
  const { language } = useFormats();
  const { get, set } = useAddress();
  const choice = useFilterChoice();
  const customerId = get('customer_id');
  return (
    <FilterBar>
      <FilterText label={w.text} w={190} />
      <Select
        {...choice('kind', w.kind)}
        w={150}
        data={CHANNELS.map((kind) => ({ value: kind, label: kindWord(kind, language) }))}
      />
      <CollectorFilter {...choice('collector_id', w.collector)} w={190} />
      <Select
        {...choice('level', w.level)}
        w={100}
        data={['0', '1', '2', '3'].map((level) => ({ value: level, label: `R${level}` }))}
      />
      <DayInput name={w.day} value={get('due_on') ?? null} onChange={(on) => set({ due_on: on })} clearable />
      <Switch
        size="xs"
        label={w.late}
        checked={get('late') === 'true'}
        onChange={(event) => set({ late: event.currentTarget.checked ? 'true' : null })}
      />
      <WhoseActions />
      {customerId && <CustomerChip id={customerId} clear={() => set({ customer_id: null })} />}
      <Text c="dimmed" ml="auto" className="figures">
        {counted}
      </Text>
    </FilterBar>
  );
}

function CustomerChip({ id, clear }: { id: string; clear: () => void }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  const { data } = useCustomer(id);
  return <FilterChip said={data ? nameOf(data) : '…'} off={w.allCustomers} clear={clear} />;
}
