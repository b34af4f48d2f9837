import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useFormats } from '../words/formats.ts';
import type { ChooseProps } from './named-select.tsx';

/** One of the invoices, found by its number or its customer. */
export function InvoiceSelect({ value, onChange, ...select }: ChooseProps) {
  const { money } = useFormats();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.split(' · ')[0]?.trim() ?? '', 250);
  const { data } = useQuery({
    queryKey: ['invoices', 'to-choose', asked],
    queryFn: () =>
      answerOf(api.GET('/v1/invoices', { params: { query: { limit: 20, ...(asked ? { q: asked } : {}) } } })),
    placeholderData: keepPreviousData,
    refetchInterval: false,
  });
  const options = (data?.data ?? []).map(({ id, number, customer, balance_cents, currency }) => ({
    value: id,
    label: [number, customer.name, money(balance_cents, currency)].join(' · '),
  }));
  return (
    <Select
      searchable
      clearable
      data={options}
      // The server has searched already: by customer too, whose name need not be in the label as it was typed.
      filter={({ options: all }) => all}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value ?? null}
      onChange={onChange}
      {...select}
    />
  );
}
