import { MultiSelect } from '@mantine/core';
import { defineWords, useWords } from '../../words/words.ts';
import { useAccount } from './account.ts';
import { isOpen } from './chosen-items.ts';

const words = defineWords(
  { items: 'Pièces concernées (facultatif)', hint: 'Sans pièce, cela concerne le client dans son ensemble.' },
  { items: 'Items concerned (optional)', hint: 'Without any it is about the customer as a whole.' },
);

interface AboutItemsProps {
  customerId: string;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Chooses which of the customer's open items a call or a note is about. */
export function AboutItems({ customerId, value, onChange }: AboutItemsProps) {
  const w = useWords(words);
  const { data } = useAccount(customerId, undefined, false);
  const items = (data?.items ?? []).filter(isOpen);
  return (
    <MultiSelect
      label={w.items}
      description={w.hint}
      searchable
      clearable
      data={items.map(({ id, number }) => ({ value: id, label: number }))}
      value={value}
      onChange={onChange}
    />
  );
}
