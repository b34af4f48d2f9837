import { Select } from '@mantine/core';
import { memo } from 'react';
import { setAddress, useAddress } from '../frame/use-address.ts';

/** A select above a list, rendered again only when its props change, not with every render of the list. */
export const FilterSelect = memo(Select<string>);

/** The props of a filter above a list: its name, and its value from the address bar. */
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

/** Returns the same function for the same name, so that a memoized filter does not render again. */
function keeperOf(name: string): (value: string | null) => void {
  const keeper = keepers.get(name) ?? ((value: string | null) => setAddress({ [name]: value }));
  keepers.set(name, keeper);
  return keeper;
}
