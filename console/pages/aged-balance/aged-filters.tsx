import { Select, Text } from '@mantine/core';
import { GroupSelect } from '../../choose/group-select.tsx';
import { CollectorFilter } from '../../choose/user-select.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { FilterBar } from '../../table/filter-bar.tsx';
import { FilterText } from '../../table/filter-text.tsx';
import { useFilterChoice } from '../../table/use-filter-choice.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { agedWords } from './aged-words.ts';

/** Filters of the aged balance, and how many customers it shows. `currencies`: those with open amounts. */
export function AgedFilters({ currencies, counted }: { currencies: readonly string[]; counted: string }) {
  const w = useWords(agedWords);
  const { language } = useLanguage();
  const session = useSession();
  const { get, set } = useAddress();
  const choice = useFilterChoice();
  const currency = get('currency') ?? session.currency;
  return (
    <FilterBar>
      <FilterText label={w.text} w={220} />
      <Select
        {...choice('kind', w.kind)}
        w={150}
        data={CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
      />
      <CollectorFilter {...choice('collector_id', w.collectorLabel)} w={180} />
      <GroupSelect {...choice('group_id', w.groupLabel)} w={150} />
      <Select
        aria-label={w.currency}
        size="xs"
        w={86}
        allowDeselect={false}
        data={[...new Set([session.currency, currency, ...currencies])]}
        value={currency}
        onChange={(chosen) => set({ currency: chosen === session.currency ? null : chosen })}
      />
      <Text c="dimmed" ml="auto" className="figures" role="status">
        {counted}
      </Text>
    </FilterBar>
  );
}
