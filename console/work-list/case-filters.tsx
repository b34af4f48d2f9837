import { Button, NumberInput, Popover, Select, SimpleGrid, Stack } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconFilter } from '@tabler/icons-react';
import { ScenarioSelect } from '../choose/scenario-select.tsx';
import { UserSelect } from '../choose/user-select.tsx';
import { useAddress } from '../frame/use-address.ts';
import { customerWord, holdWord } from '../level/level.ts';
import { FilterText } from '../table/filter-text.tsx';
import { useFilterChoice } from '../table/use-filter-choice.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { FILTER_NAMES } from './work-list-query.ts';

const words = defineWords(
  {
    text: 'Client, pièce, dossier',
    kind: 'Type de client',
    collector: 'Chargé de recouvrement',
    hold: 'Suspension',
    noHold: 'aucune',
    anyHold: 'toutes',
    more: (count: number) => (count > 0 ? `Filtres (${count})` : 'Filtres'),
    moreTitle: 'Plus de filtres',
    scenario: 'Scénario',
    lateMin: 'Retard d’au moins (jours)',
    lateMax: 'Retard d’au plus (jours)',
    dueAfter: 'Échéance après le',
    dueBefore: 'Échéance avant le',
    balance: 'Reste dû d’au moins',
    clear: 'Effacer tous les filtres',
  },
  {
    text: 'Customer, invoice, case',
    kind: 'Kind of customer',
    collector: 'Collector',
    hold: 'Hold',
    noHold: 'none',
    anyHold: 'any',
    more: (count: number) => (count > 0 ? `Filters (${count})` : 'Filters'),
    moreTitle: 'More filters',
    scenario: 'Scenario',
    lateMin: 'Late by at least (days)',
    lateMax: 'Late by at most (days)',
    dueAfter: 'Due after',
    dueBefore: 'Due before',
    balance: 'Remaining at least',
    clear: 'Clear all filters',
  },
);

const KINDS = ['consumer', 'professional', 'public'];
const HOLDS = ['dispute', 'promise', 'pause', 'customer_pause', 'specific_action', 'litigation'];
const INSIDE = ['scenario_id', 'days_late_min', 'days_late_max', 'due_after', 'due_before', 'min_balance_cents'];

/** What the work list is narrowed by; kept in the address bar. `withoutHold`: where the page is about one hold already. */
export function CaseFilters({ withoutHold = false }: { withoutHold?: boolean }) {
  const w = useWords(words);
  const { language } = useFormats();
  const { get } = useAddress();
  const inside = INSIDE.filter((name) => get(name)).length;
  const choice = useFilterChoice();
  return (
    <>
      <FilterText label={w.text} w={210} />
      <Select
        {...choice('customer_kind', w.kind)}
        w={146}
        data={KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
      />
      <UserSelect {...choice('collector_id', w.collector)} w={196} />
      {!withoutHold && (
        <Select
          {...choice('hold', w.hold)}
          w={150}
          data={[
            { value: 'none', label: w.noHold },
            { value: 'any', label: w.anyHold },
            ...HOLDS.map((hold) => ({ value: hold, label: holdWord(hold, language) })),
          ]}
        />
      )}
      <Popover position="bottom-start" shadow="md" trapFocus width={420}>
        <Popover.Target>
          <Button variant="default" leftSection={<IconFilter size={15} aria-hidden />}>
            {w.more(inside)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={w.moreTitle}>
          <MoreFilters />
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function MoreFilters() {
  const w = useWords(words);
  const { get, set } = useAddress();
  const figure = (name: string, label: string, factor = 1) => ({
    label,
    size: 'xs',
    allowDecimal: factor > 1,
    value: get(name) ? Number(get(name)) / factor : '',
    onChange: (value: string | number) =>
      set({ [name]: value === '' ? null : String(Math.round(Number(value) * factor)) }),
  });
  const day = (name: string, label: string) => ({
    label,
    size: 'xs' as const,
    clearable: true,
    valueFormat: 'DD/MM/YYYY',
    value: get(name) ?? null,
    onChange: (value: string | null) => set({ [name]: value }),
    popoverProps: { withinPortal: false },
  });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <NumberInput {...figure('days_late_min', w.lateMin)} />
        <NumberInput {...figure('days_late_max', w.lateMax)} />
        <DateInput {...day('due_after', w.dueAfter)} />
        <DateInput {...day('due_before', w.dueBefore)} />
        <NumberInput {...figure('min_balance_cents', w.balance, 100)} min={0} decimalScale={2} suffix=" €" />
      </SimpleGrid>
      <ScenarioSelect
        label={w.scenario}
        size="xs"
        value={get('scenario_id')}
        onChange={(id) => set({ scenario_id: id })}
      />
      <Button variant="subtle" onClick={() => set(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))}>
        {w.clear}
      </Button>
    </Stack>
  );
}
