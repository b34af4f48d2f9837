import { Checkbox, Select, Text } from '@mantine/core';
import { GroupSelect } from '../../choose/group-select.tsx';
import { CollectorFilter } from '../../choose/user-select.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { CUSTOMER_KINDS, HOLD_KINDS } from '../../level/kinds.ts';
import { customerWord, holdWord } from '../../level/level.ts';
import { CurrencyChip } from '../../table/filter-chip.tsx';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { useFilterChoice } from '../../table/use-filter-choice.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    text: 'Nom, référence, contact',
    kind: 'Type de client',
    collector: 'Chargé de recouvrement',
    group: 'Groupe',
    hold: 'Suspension',
    late: 'En retard seulement',
    erasable: 'Conservation terminée',
  },
  {
    text: 'Name, reference, contact',
    kind: 'Kind of customer',
    collector: 'Collector',
    group: 'Group',
    hold: 'Hold',
    late: 'Late ones only',
    erasable: 'Retention over',
  },
);

/** The filters above the list of customers, and how many there are. */
export function CustomerFilters({ counted }: { counted: string }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { get, set } = useAddress();
  const { isSupervisor } = useSession();
  const choice = useFilterChoice();
  // Only supervisors can set this filter. Anyone else who follows a supervisor's link sees why the list is short, and
  // can remove it.
  const isErasable = get('erasable') === 'true';
  return (
    <FilterBar>
      <FilterText label={w.text} w={220} />
      <Select
        {...choice('kind', w.kind)}
        w={150}
        data={CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
      />
      <CollectorFilter {...choice('collector_id', w.collector)} w={180} />
      <GroupSelect {...choice('group_id', w.group)} w={150} />
      <Select
        {...choice('hold', w.hold)}
        w={160}
        data={HOLD_KINDS.map((hold) => ({ value: hold, label: holdWord(hold, language) }))}
      />
      <Checkbox
        size="xs"
        label={w.late}
        checked={get('late') === 'true'}
        onChange={(event) => set({ late: event.currentTarget.checked ? 'true' : null })}
      />
      {(isSupervisor || isErasable) && (
        <Checkbox
          size="xs"
          label={w.erasable}
          checked={isErasable}
          onChange={(event) => set({ erasable: event.currentTarget.checked ? 'true' : null })}
        />
      )}
      <CurrencyChip />
      <Text c="dimmed" ml="auto" className="figures">
        {counted}
      </Text>
    </FilterBar>
  );
}
