import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChooseProps } from './named-select.tsx';

interface Choice {
  value: string;
  label: string;
  /** The heading that it stands under; those of one heading follow each other. */
  group?: string | undefined;
}

interface SearchSelectProps extends ChooseProps {
  queryKey: readonly unknown[];
  /** The first of those that hold what was typed; of all when nothing was. */
  search: (typed: string) => Promise<Choice[]>;
  /** The one that is chosen already, however far down it stands. */
  read: (id: string) => Promise<Choice>;
}

const TYPING_MS = 250;
const LONGEST = 200;

/** One of more than a list can hold: what is typed is looked for by the server. */
export function SearchSelect({ queryKey, search, read, value, onChange, ...select }: SearchSelectProps) {
  const [typed, setTyped] = useState('');
  const id = value ?? null;
  const queries = useQueryClient();
  const keyOf = (one: string | null) => [...queryKey, 'one', one];
  const { data: chosen } = useQuery({
    queryKey: keyOf(id),
    enabled: id !== null,
    queryFn: () => read(id ?? ''),
    staleTime: 30_000,
    refetchInterval: false,
  });
  // The label of what is chosen stands in the field: nobody looks for it.
  const [asked] = useDebouncedValue(typed === chosen?.label ? '' : typed.trim().slice(0, LONGEST), TYPING_MS);
  const { data: found } = useQuery({
    queryKey: [...queryKey, 'search', asked],
    queryFn: () => search(asked),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    refetchInterval: false,
  });
  const listed = found ?? [];
  const isListed = (one: { value: string }) => listed.some((choice) => choice.value === one.value);
  return (
    <Select
      searchable
      clearable
      data={[
        ...(chosen && !isListed(chosen) ? [{ value: chosen.value, label: chosen.label }] : []),
        ...underHeadings(listed),
      ]}
      // The server has searched already: by more than the label says, and what is chosen need not be among what it found.
      filter={({ options }) => options.filter((option) => 'group' in option || isListed(option))}
      searchValue={typed}
      onSearchChange={setTyped}
      value={id}
      onChange={(one, option) => {
        // Taken from the list, it is known already.
        if (one && option) queries.setQueryData(keyOf(one), { value: one, label: option.label });
        onChange(one);
      }}
      {...select}
    />
  );
}

/** The choices, those of a heading as a group of the list. */
function underHeadings(choices: readonly Choice[]) {
  const groups = new Set(choices.map(({ group }) => group));
  return [...groups].flatMap((group): (Choice | { group: string; items: Choice[] })[] => {
    const items = choices.filter((choice) => choice.group === group).map(({ value, label }) => ({ value, label }));
    return group === undefined ? items : [{ group, items }];
  });
}
