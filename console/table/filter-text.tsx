import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { setAddress, useAddress } from '../frame/use-address.ts';
import { type OnItsWay, onceShown } from './on-its-way.ts';

interface FilterTextProps {
  label: string;
  /** The query parameter that keeps the text. */
  name?: string;
  w?: number;
}

/** The text filter of a page, kept in the address bar. `/` focuses it, Esc clears it. */
export function FilterText({ name = 'q', ...props }: FilterTextProps) {
  const { get } = useAddress();
  return <KeptText name={name} kept={get(name) ?? ''} {...props} />;
}

const KeptText = memo(({ label, name, kept, w = 260 }: FilterTextProps & { name: string; kept: string }) => {
  const [typed, setTyped] = useState(kept);
  const own = useRef<OnItsWay>([kept]);
  const keep = useDebouncedCallback((text: string) => {
    own.current = [...own.current, text.trim()];
    setAddress({ [name]: text.trim() });
  }, 180);
  // After Back, or a link to the same page with another filter, show that filter.
  useEffect(() => {
    const left = onceShown(own.current, kept);
    if (!left) setTyped(kept);
    own.current = left ?? [kept];
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
});
