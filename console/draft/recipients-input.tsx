import { TagsInput } from '@mantine/core';
import { useCustomer } from '../case/case-data.ts';
import { defineWords, useWords } from '../words/words.ts';

const words = defineWords(
  {
    label: 'Destinataires',
    hint: 'Les contacts du client sont proposés\u00a0; toute autre adresse s’écrit, puis Entrée.',
    placeholder: 'adresse@exemple.fr',
    recovery: 'contact pour le recouvrement',
    refused: 'adresse refusée',
    none: 'Sans destinataire, rien ne part\u00a0: indiquez-en au moins un.',
  },
  {
    label: 'Recipients',
    hint: 'The customer’s contacts are offered; any other address is typed, then Enter.',
    placeholder: 'address@example.com',
    recovery: 'contact for collection',
    refused: 'address refused',
    none: 'Without a recipient nothing is sent: name one at least.',
  },
);

interface RecipientsInputProps {
  customerId: string;
  value: string[];
  onChange: (addresses: string[]) => void;
  isReadOnly?: boolean;
  error?: string | undefined;
}

const LOOKS_LIKE_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whom it goes to: the customer's contacts as chips, and any other address. */
export function RecipientsInput({ customerId, value, onChange, isReadOnly = false, error }: RecipientsInputProps) {
  const w = useWords(words);
  const { data } = useCustomer(customerId);
  const contacts = new Map(
    (data?.contacts ?? []).flatMap((contact) => (contact.email ? [[contact.email, contact] as const] : [])),
  );
  return (
    <TagsInput
      size="sm"
      label={w.label}
      description={isReadOnly ? undefined : w.hint}
      readOnly={isReadOnly}
      placeholder={value.length === 0 ? w.placeholder : ''}
      data={[...contacts.keys()]}
      value={value}
      onChange={(addresses) =>
        onChange(addresses.map((address) => address.trim()).filter((one) => LOOKS_LIKE_MAIL.test(one)))
      }
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      error={error ?? (value.length === 0 ? w.none : undefined)}
      renderOption={({ option }) => {
        const contact = contacts.get(option.value);
        const beside = [contact?.name, contact?.recovery && w.recovery, contact?.email_problem && w.refused];
        return `${option.value} · ${beside.filter(Boolean).join(', ')}`;
      }}
    />
  );
}
