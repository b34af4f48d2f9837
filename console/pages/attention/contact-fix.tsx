import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, versionedAnswerOf, type Schema } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import { useWords } from '../../words/words.ts';
import { attentionWords } from './attention-words.ts';

type Contact = Schema<'Customer'>['contacts'][number];

/** The contacts whose address was refused or is missing, each to be corrected in place. */
export function ContactFix({ customerId }: { customerId: string }) {
  const { data } = useQuery({
    queryKey: versionedKey('customers', customerId),
    queryFn: () => versionedAnswerOf(api.GET('/v1/customers/{id}', { params: { path: { id: customerId } } })),
  });
  if (!data) return null;
  const wrong = data.data.contacts.filter(({ email, email_problem }) => email_problem !== null || !email);
  return wrong.map((contact) => (
    <OneContact key={contact.id} customer={data.data} etag={data.etag} contact={contact} />
  ));
}

function OneContact({ customer, etag, contact }: { customer: Schema<'Customer'>; etag: string; contact: Contact }) {
  const w = useWords(attentionWords);
  const [email, setEmail] = useState(contact.email ?? '');
  const problems: Record<string, string> = w.problem;
  const save = useChange({
    run: () =>
      versionedAnswerOf(
        api.PATCH('/v1/customers/{id}', {
          params: { path: { id: customer.id }, header: { 'If-Match': etag } },
          body: {
            contacts: customer.contacts.map(({ email_problem: _, ...kept }) =>
              kept.id === contact.id ? { ...kept, email: email.trim() } : kept,
            ),
          },
        }),
      ),
    done: () => w.saved(contact.name),
  });
  const isSame = email.trim() === (contact.email ?? '') || email.trim() === '';
  return (
    <Group
      gap="sm"
      align="flex-end"
      component="form"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        if (!isSame) save.mutate(undefined);
      }}
    >
      <TextInput
        type="email"
        size="xs"
        w={300}
        label={w.email(contact.name)}
        description={contact.email_problem ? (problems[contact.email_problem] ?? contact.email_problem) : undefined}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={isSame} loading={save.isPending}>
        {w.saveEmail}
      </Button>
    </Group>
  );
}
