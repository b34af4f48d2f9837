import { Button, NumberInput, Select, SimpleGrid, Stack } from '@mantine/core';
import { ScenarioSelect } from '../choose/scenario-select.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { useSession } from '../frame/session.ts';
import { useAddress } from '../frame/use-address.ts';
import { defineWords, useWords } from '../words/words.ts';
import { FILTER_NAMES } from './work-list-query.ts';

const words = defineWords(
  {
    scenario: 'Scénario',
    level: 'Niveau atteint',
    lateMin: 'Retard d’au moins (jours)',
    lateMax: 'Retard d’au plus (jours)',
    dueAfter: 'Échéance après le',
    dueBefore: 'Échéance avant le',
    balance: 'Reste dû d’au moins',
    clear: 'Effacer tous les filtres',
  },
  {
    scenario: 'Scenario',
    level: 'Level reached',
    lateMin: 'Late by at least (days)',
    lateMax: 'Late by at most (days)',
    dueAfter: 'Due after',
    dueBefore: 'Due before',
    balance: 'Remaining at least',
    clear: 'Clear all filters',
  },
);

const LEVELS = ['0', '1', '2', '3'];

/** Filters that are used less often, kept in the address bar like the others. */
export function MoreFilters() {
  const w = useWords(words);
  const { get, set } = useAddress();
  const { currency } = useSession();
  const least = get('min_balance_cents');
  const figure = (name: string, label: string) => ({
    label,
    size: 'xs',
    allowDecimal: false,
    value: get(name) ? Number(get(name)) : '',
    onChange: (value: string | number) => set({ [name]: value === '' ? null : String(Math.round(Number(value))) }),
  });
  const day = (name: string, label: string) => ({
    label,
    size: 'xs' as const,
    clearable: true,
    value: get(name) ?? null,
    onChange: (value: string | null) => set({ [name]: value }),
    isWithin: true,
  });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <NumberInput {...figure('days_late_min', w.lateMin)} />
        <NumberInput {...figure('days_late_max', w.lateMax)} />
        <DayInput {...day('due_after', w.dueAfter)} />
        <DayInput {...day('due_before', w.dueBefore)} />
        <AmountInput
          label={w.balance}
          size="xs"
          cents={least ? Number(least) : null}
          onChange={(cents) => set({ min_balance_cents: cents === null ? null : String(cents) })}
          currency={get('currency') ?? currency ?? 'EUR'}
        />
        <Select
          label={w.level}
          size="xs"
          clearable
          data={LEVELS.map((level) => ({ value: level, label: `R${level}` }))}
          value={get('level') ?? null}
          onChange={(level) => set({ level })}
          comboboxProps={{ withinPortal: false }}
        />
      </SimpleGrid>
      <ScenarioSelect
        label={w.scenario}
        size="xs"
        comboboxProps={{ withinPortal: false }}
        value={get('scenario_id')}
        onChange={(id) => set({ scenario_id: id })}
      />
      <Button variant="subtle" onClick={() => set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))}>
        {w.clear}
      </Button>
    </Stack>
  );
}
