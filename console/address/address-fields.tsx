import { Group, Textarea, TextInput } from '@mantine/core';
import { faultOf } from '../api/problem.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { TypedAddress } from './address.ts';

const words = defineWords(
  {
    lines: 'Adresse',
    linesHint: '4 lignes au plus, comme sur l’enveloppe',
    postalCode: 'Code postal',
    city: 'Ville',
    country: 'Pays',
    countryHint: '2 lettres',
  },
  {
    lines: 'Address',
    linesHint: '4 lines at most, as on the envelope',
    postalCode: 'Postal code',
    city: 'City',
    country: 'Country',
    countryHint: '2 letters',
  },
);

interface AddressFieldsProps {
  value: TypedAddress;
  onChange: (address: TypedAddress) => void;
  error: unknown;
  /** JSON pointer of the address in the request body, e.g. `/address`. */
  pointer?: string;
  required?: boolean;
}

/** Fields of a postal address, as printed in the window of an envelope. */
export function AddressFields({ value, onChange, error, pointer = '/address', required = false }: AddressFieldsProps) {
  const w = useWords(words);
  const set = (part: Partial<TypedAddress>) => onChange({ ...value, ...part });
  return (
    <>
      <Textarea
        label={w.lines}
        description={w.linesHint}
        autosize
        minRows={2}
        maxRows={4}
        value={value.lines}
        onChange={(event) => set({ lines: event.currentTarget.value })}
        error={faultOf(error, `${pointer}/lines`) ?? faultOf(error, `${pointer}/lines/0`)}
      />
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          label={w.postalCode}
          w={110}
          value={value.postal_code}
          onChange={(event) => set({ postal_code: event.currentTarget.value })}
          error={faultOf(error, `${pointer}/postal_code`)}
        />
        <TextInput
          label={w.city}
          flex={1}
          required={required}
          value={value.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
          error={faultOf(error, `${pointer}/city`)}
        />
        <TextInput
          label={w.country}
          w={90}
          maxLength={2}
          aria-description={w.countryHint}
          value={value.country}
          onChange={(event) => set({ country: event.currentTarget.value.toUpperCase() })}
          error={faultOf(error, `${pointer}/country`)}
        />
      </Group>
    </>
  );
}
