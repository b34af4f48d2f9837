import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { customerWord } from '../level/level.ts';
import { Loading } from '../states/loading.tsx';
import { useCustomerName } from '../words/customer-name.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import { type Invoice, useCustomer } from './case-data.ts';

const words = defineWords(
  {
    customer: 'Client',
    contacts: 'Contacts',
    recovery: 'recouvrement',
    refused: 'adresse refusée',
    noContact: 'Aucun contact\u00a0: complétez la fiche du client pour pouvoir lui écrire.',
    owes: (amount: string) => `doit ${amount} au total`,
  },
  {
    customer: 'Customer',
    contacts: 'Contacts',
    recovery: 'collection',
    refused: 'address refused',
    noContact: 'No contact: complete the customer’s card to be able to write.',
    owes: (amount: string) => `owes ${amount} in all`,
  },
);

/** The customer, and the contacts to reach. */
export function CustomerBlock({ customer }: { customer: Invoice['customer'] }) {
  const w = useWords(words);
  const { money, language } = useFormats();
  const nameOf = useCustomerName();
  const { data } = useCustomer(customer.id);
  return (
    <>
      <Block title={w.customer}>
        <Anchor component={Link} to={`/clients/${customer.id}`} fw={600} underline="hover">
          {nameOf(customer)}
        </Anchor>
        <Text c="dimmed">
          {customer.reference} · {customerWord(customer.kind, language)}
          {data ? ` · ${w.owes(money(data.balance_cents, data.currency))}` : ''}
        </Text>
      </Block>
      <Block title={w.contacts}>
        {!data && <Loading lines={2} height={16} />}
        {data?.contacts.length === 0 && <Text c="dimmed">{w.noContact}</Text>}
        <Stack gap={8}>
          {data?.contacts.map((contact) => (
            <div key={contact.id}>
              <Group gap={6}>
                <Text fw={550}>{contact.name}</Text>
                {contact.recovery && (
                  <Badge variant="default" size="sm" tt="none" fw={500}>
                    {w.recovery}
                  </Badge>
                )}
              </Group>
              {contact.email && (
                <Text>
                  <Anchor href={`mailto:${contact.email}`} size="sm">
                    {contact.email}
                  </Anchor>
                  {contact.email_problem && ` (${w.refused})`}
                </Text>
              )}
              {contact.phone && (
                <Anchor href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`} size="sm">
                  {contact.phone}
                </Anchor>
              )}
            </div>
          ))}
        </Stack>
      </Block>
    </>
  );
}
