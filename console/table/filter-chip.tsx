import { CloseButton, Group, Text } from '@mantine/core';
import { setAddress, useAddress } from '../frame/use-address.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  { currency: (currency: string) => `En ${currency}`, allCurrencies: 'Voir toutes les devises' },
  { currency: (currency: string) => `In ${currency}`, allCurrencies: 'Show all currencies' },
);

/** A filter that came with a link, shown with a button that removes it (`off`). */
export function FilterChip({ said, off, clear }: { said: string; off: string; clear: () => void }) {
  return (
    <Group gap={2} wrap="nowrap">
      <Text fw={550}>{said}</Text>
      <CloseButton size="xs" aria-label={off} onClick={clear} />
    </Group>
  );
}

/** The currency that the list is limited to by the address. */
export function CurrencyChip() {
  const w = useWords(words);
  const { get } = useAddress();
  const currency = get('currency');
  if (!currency) return null;
  const clear = () => setAddress({ currency: null });
  return <FilterChip said={w.currency(currency)} off={w.allCurrencies} clear={clear} />;
}
