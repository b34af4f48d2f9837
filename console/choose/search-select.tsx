import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChooseProps } from './named-select.tsx';

interface Choice {
  value: string;
  label: string;
  /** The heading under which the choice is listed. Choices of the same heading are adjacent. */
  group?: string | undefined;
}

interface SearchSelectProps extends ChooseProps {
  queryKey: readonly unknown[];
  /** Returns the first matches of what was typed, or the first of all when nothing was typed. */
  search: (typed: string) => Promise<Choice[]>;
  /** Returns the choice that is already selected, which the search may not have found. */
  read: (id: string) => Promise<Choice>;
}

const TYPING_MS = 250;
const LONGEST = 200;

/** Chooses from more than a list can hold: the server searches for what is typed. */
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
  // The field shows the label of the selected choice: do not search for that.
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
      // The server has already filtered, by more than the label. The selected choice may not be among the results.
      filter={({ options }) => options.filter((option) => 'group' in option || isListed(option))}
      searchValue={typed}
      onSearchChange={setTyped}
      value={id}
      onChange={(one, option) => {
        // The label is known from the list: no need to load it.
        if (one && option) queries.setQueryData(keyOf(one), { value: one, label: option.label });
        onChange(one);
      }}
      {...select}
    />
  );
}

/** Groups the choices by heading for the list. */
function underHeadings(choices: readonly Choice[]) {
  const groups = new Set(choices.map(({ group }) => group));
  return [...groups].flatMap((group): (Choice | { group: string; items: Choice[] })[] => {
    const items = choices.filter((choice) => choice.group === group).map(({ value, label }) => ({ value, label }));
    return group === undefined ? items : [{ group, items }];
  });
}
