import { Select } from '@mantine/core';
import { memo } from 'react';
import { setAddress, useAddress } from '../frame/use-address.ts';

/** A choice above a list, drawn anew when it says another thing, and not whenever the list does. */
export const FilterSelect = memo(Select<string>);

/** What a choice above a list is given: its name, and its value as the address bar keeps it. */
export function useFilterChoice() {
  const { get } = useAddress();
  return (name: string, label: string) => ({
    'aria-label': label,
    placeholder: label,
    size: 'xs' as const,
    clearable: true,
    value: get(name) ?? null,
    onChange: keeperOf(name),
  });
}

const keepers = new Map<string, (value: string | null) => void>();

/** The same one each time, so that a choice may stay as it was drawn. */
function keeperOf(name: string): (value: string | null) => void {
  const keeper = keepers.get(name) ?? ((value: string | null) => setAddress({ [name]: value }));
  keepers.set(name, keeper);
  return keeper;
}
