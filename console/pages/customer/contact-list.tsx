import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import type { Schema } from '../../api/client.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    none: 'Aucun contact\u00a0: sans adresse électronique, rien ne peut partir par courriel.',
    recovery: 'contact pour le recouvrement',
    problem: (why: string) => `Adresse à corriger, plus rien n’y est envoyé\u00a0: ${why}`,
  },
  {
    none: 'No contact: without an e-mail address nothing can be sent by e-mail.',
    recovery: 'contact for recovery',
    problem: (why: string) => `To be corrected, nothing more is sent there: ${why}`,
  },
);

/** The customer's contacts, with marks for the recovery contact and for addresses that do not work. */
export function ContactList({ contacts }: { contacts: Schema<'Customer'>['contacts'] }) {
  const w = useWords(words);
  if (contacts.length === 0) return <Text c="dimmed">{w.none}</Text>;
  return (
    <Stack gap={10}>
      {contacts.map((contact) => (
        <div key={contact.id}>
          <Group gap={6}>
            <Text fw={560}>{contact.name}</Text>
            {contact.recovery && (
              <Badge variant="default" size="sm" tt="none" fw={500}>
                {w.recovery}
              </Badge>
            )}
          </Group>
          {contact.email && (
            <Anchor href={`mailto:${contact.email}`} size="sm" display="block" style={{ overflowWrap: 'anywhere' }}>
              {contact.email}
            </Anchor>
          )}
          {contact.phone && (
            <Anchor href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`} size="sm" display="block">
              {contact.phone}
            </Anchor>
          )}
          {contact.email_problem && (
            <Alert color="red" variant="light" p={6} mt={4}>
              {w.problem(contact.email_problem)}
            </Alert>
          )}
        </div>
      ))}
    </Stack>
  );
}
