import { Anchor, Group, Text } from '@mantine/core';
import { useLanguage } from '../../words/language.ts';
import { withColon } from '../../words/joined.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useCustomer } from '../case-data.ts';

const words = defineWords(
  { numbers: 'Numéros', none: 'Aucun numéro sur la fiche du client.' },
  { numbers: 'Numbers', none: 'No number on the customer’s card.' },
);

/** The phone numbers of the customer's contacts. */
export function PhoneNumbers({ customerId }: { customerId: string }) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { data } = useCustomer(customerId);
  const phones = data?.contacts.filter(({ phone }) => phone) ?? [];
  if (data && phones.length === 0) return <Text c="dimmed">{w.none}</Text>;
  return (
    <Group gap="lg" aria-label={w.numbers} role="group">
      {phones.map(({ id, name, phone }) => (
        <Text key={id}>
          {withColon(language, name)}
          <Anchor href={`tel:${phone?.replaceAll(/[^+\d]/g, '') ?? ''}`} size="sm" underline="always">
            {phone}
          </Anchor>
        </Text>
      ))}
    </Group>
  );
}
