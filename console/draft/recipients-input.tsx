import { TagsInput } from '@mantine/core';
import { useCustomer } from '../case/case-data.ts';
import { defineWords, useWords } from '../words/words.ts';
import { isAddress, readAddresses } from './addresses.ts';

const words = defineWords(
  {
    label: 'Destinataires',
    hint: 'Les contacts du client sont proposés\u00a0; toute autre adresse s’écrit, puis Entrée.',
    placeholder: 'adresse@exemple.fr',
    recovery: 'contact pour le recouvrement',
    refused: 'adresse refusée',
    none: 'Sans destinataire, rien ne part\u00a0: indiquez-en au moins un.',
    noAddress: (typed: string) => `Ce n’est pas une adresse électronique\u00a0: ${typed}`,
  },
  {
    label: 'Recipients',
    hint: 'The customer’s contacts are offered; any other address is typed, then Enter.',
    placeholder: 'address@example.com',
    recovery: 'contact for collection',
    refused: 'address refused',
    none: 'Without a recipient nothing is sent: name one at least.',
    noAddress: (typed: string) => `This is no e-mail address: ${typed}`,
  },
);

interface RecipientsInputProps {
  customerId: string;
  value: string[];
  onChange: (addresses: string[]) => void;
  isReadOnly?: boolean;
  error?: string | undefined;
}

/**
 * Recipients: the customer's contacts as chips, and any other address. A text that is no address stays and is marked.
 */
export function RecipientsInput({ customerId, value, onChange, isReadOnly = false, error }: RecipientsInputProps) {
  const w = useWords(words);
  const { data } = useCustomer(customerId);
  const contacts = new Map(
    (data?.contacts ?? []).flatMap((contact) => (contact.email ? [[contact.email, contact] as const] : [])),
  );
  const wrong = value.filter((one) => !isAddress(one));
  const fault = value.length === 0 ? w.none : wrong.length > 0 ? w.noAddress(wrong.join(', ')) : undefined;
  return (
    <TagsInput
      size="sm"
      label={w.label}
      description={isReadOnly ? undefined : w.hint}
      readOnly={isReadOnly}
      placeholder={value.length === 0 ? w.placeholder : ''}
      data={[...contacts.keys()]}
      value={value}
      onChange={(typed) => onChange(readAddresses(typed, value))}
      splitChars={[',', ';']}
      acceptValueOnBlur
      error={error ?? fault}
      renderOption={({ option }) => {
        const contact = contacts.get(option.value);
        const beside = [contact?.name, contact?.recovery && w.recovery, contact?.email_problem && w.refused];
        return `${option.value} · ${beside.filter(Boolean).join(', ')}`;
      }}
    />
  );
}
