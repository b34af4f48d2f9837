import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useAddress } from '../frame/use-address.ts';

interface FilterTextProps {
  label: string;
  /** The query parameter that it is kept under. */
  name?: string;
  w?: number;
}

/** The page's text filter, kept in the address bar; `/` goes to it, Esc empties it. */
export function FilterText({ label, name = 'q', w = 260 }: FilterTextProps) {
  const { get, set } = useAddress();
  const kept = get(name) ?? '';
  const [typed, setTyped] = useState(kept);
  const own = useRef(kept);
  const keep = useDebouncedCallback((text: string) => {
    own.current = text.trim();
    set({ [name]: own.current });
  }, 180);
  // Back, or a link to the same page with another filter.
  useEffect(() => {
    if (kept !== own.current) setTyped(kept);
    own.current = kept;
  }, [kept]);
  const change = (text: string) => {
    setTyped(text);
    keep(text);
  };
  return (
    <TextInput
      data-page-filter
      aria-label={label}
      placeholder={label}
      w={w}
      size="xs"
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') change('');
      }}
    />
  );
}
