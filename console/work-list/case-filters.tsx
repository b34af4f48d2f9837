import { Button, Popover } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { lazy, memo, useMemo } from 'react';
import { CollectorFilter } from '../choose/user-select.tsx';
import { useAddress } from '../frame/use-address.ts';
import { CUSTOMER_KINDS } from '../level/kinds.ts';
import { customerWord, holdWord } from '../level/level.ts';
import { Loading } from '../states/loading.tsx';
import { OnDemand } from '../states/on-demand.tsx';
import { FilterText } from '../table/filter-text.tsx';
import { FilterSelect, useFilterChoice } from '../table/use-filter-choice.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { FilterChips } from './filter-chips.tsx';

const MoreFilters = lazy(async () => ({ default: (await import('./more-filters.tsx')).MoreFilters }));

const words = defineWords(
  {
    text: 'Client, pièce, dossier, 748,80 €',
    kind: 'Type de client',
    collector: 'Chargé de recouvrement',
    hold: 'Suspension',
    noHold: 'aucune',
    anyHold: 'toutes',
    more: (count: number) => (count > 0 ? `Filtres (${count})` : 'Filtres'),
    moreTitle: 'Plus de filtres',
  },
  {
    text: 'Customer, invoice, case, 748.80',
    kind: 'Kind of customer',
    collector: 'Collector',
    hold: 'Hold',
    noHold: 'none',
    anyHold: 'any',
    more: (count: number) => (count > 0 ? `Filters (${count})` : 'Filters'),
    moreTitle: 'More filters',
  },
);

const HOLDS = ['dispute', 'promise', 'pause', 'customer_pause', 'specific_action', 'litigation'];
const INSIDE = [
  'scenario_id',
  'level',
  'days_late_min',
  'days_late_max',
  'due_after',
  'due_before',
  'min_balance_cents',
];

/** The filters of the work list, kept in the address bar. `withoutHold`: the page is about one hold already. */
export function CaseFilters({ withoutHold = false }: { withoutHold?: boolean }) {
  const w = useWords(words);
  const { language } = useFormats();
  const { get } = useAddress();
  const inside = INSIDE.filter((name) => get(name)).length;
  const choice = useFilterChoice();
  const kinds = useMemo(
    () => CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) })),
    [language],
  );
  const holds = useMemo(
    () => [
      { value: 'none', label: w.noHold },
      { value: 'any', label: w.anyHold },
      ...HOLDS.map((hold) => ({ value: hold, label: holdWord(hold, language) })),
    ],
    [w, language],
  );
  return (
    <>
      <FilterText label={w.text} w={232} />
      <FilterSelect {...choice('customer_kind', w.kind)} w={146} data={kinds} />
      <CollectorFilter {...choice('collector_id', w.collector)} w={196} />
      {!withoutHold && <FilterSelect {...choice('hold', w.hold)} w={150} data={holds} />}
      <MoreButton inside={inside} />
      <FilterChips />
    </>
  );
}

/** Filters that are used less often. `inside`: how many of them are set. */
const MoreButton = memo(({ inside }: { inside: number }) => {
  const w = useWords(words);
  return (
    <Popover position="bottom-start" shadow="md" trapFocus width={420}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconFilter size={15} aria-hidden />}>
          {w.more(inside)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={w.moreTitle}>
        <OnDemand meanwhile={<Loading lines={4} />}>
          <MoreFilters />
        </OnDemand>
      </Popover.Dropdown>
    </Popover>
  );
});
