import { useAddress } from '../frame/use-address.ts';

/** What a choice above a list is given: its name, and its value as the address bar keeps it. */
export function useFilterChoice() {
  const { get, set } = useAddress();
  return (name: string, label: string) => ({
    'aria-label': label,
    placeholder: label,
    size: 'xs' as const,
    clearable: true,
    value: get(name) ?? null,
    onChange: (value: string | null) => set({ [name]: value }),
  });
}
