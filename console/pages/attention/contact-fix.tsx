import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, versionedAnswerOf, type Schema } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { useChange } from '../../api/use-change.ts';
import { StaleNote } from '../../states/stale-note.tsx';
import { useDraft } from '../../states/use-draft.ts';
import { useWords } from '../../words/words.ts';
import { contactsBody, typedContacts } from '../customer/typed-contacts.ts';
import { attentionWords } from './attention-words.ts';

type Contact = Schema<'Customer'>['contacts'][number];

/** Of hundreds of cards each asks for its customer: a colleague's correction shows in the end. */
const EVERY_MINUTE_MS = 60_000;

/** The contacts whose address was refused or is missing, each to be corrected in place. */
export function ContactFix({ customerId }: { customerId: string }) {
  const { data } = useQuery({
    queryKey: versionedKey('customers', customerId),
    refetchInterval: EVERY_MINUTE_MS,
    queryFn: () => versionedAnswerOf(api.GET('/v1/customers/{id}', { params: { path: { id: customerId } } })),
  });
  if (!data) return null;
  const wrong = data.data.contacts.filter(({ email, email_problem }) => email_problem !== null || !email);
  return wrong.map((contact) => (
    <OneContact key={contact.id} customer={data.data} etag={data.etag} contact={contact} />
  ));
}

/**
 * Saves this contact alone, on the version that one began to type on: what a colleague saved of it meanwhile is not undone, and
 * what was saved of the others, by oneself too, does not matter.
 */
function OneContact({ customer, etag, contact }: { customer: Schema<'Customer'>; etag: string; contact: Contact }) {
  const w = useWords(attentionWords);
  const stored = typedContacts(customer.contacts);
  const saved = { value: { typed: stored[contact.id] }, etag };
  const draft = useDraft(saved);
  const problems: Record<string, string> = w.problem;
  const { typed } = draft.value;
  const save = useChange({
    run: () =>
      versionedAnswerOf(
        api.PATCH('/v1/customers/{id}', {
          params: { path: { id: customer.id }, header: { 'If-Match': draft.etag } },
          body: { contacts: contactsBody(stored, { ...stored, [contact.id]: typed ?? null }) },
        }),
      ),
    done: () => w.saved(contact.name),
    onDone: draft.reset,
  });
  if (!typed) return null;
  const isStopped = !draft.isDirty || draft.isStale || typed.email.trim() === '';
  return (
    <Stack gap="sm">
      <Group
        gap="sm"
        align="flex-end"
        component="form"
        onSubmit={(event: React.FormEvent) => {
          event.preventDefault();
          if (!isStopped) save.mutate(undefined);
        }}
      >
        <TextInput
          type="email"
          size="xs"
          w={300}
          label={w.email(contact.name)}
          description={contact.email_problem ? (problems[contact.email_problem] ?? contact.email_problem) : undefined}
          value={typed.email}
          onChange={(event) => draft.set({ typed: { ...typed, email: event.currentTarget.value } })}
        />
        <Button type="submit" variant="default" disabled={isStopped} loading={save.isPending}>
          {w.saveEmail}
        </Button>
      </Group>
      {draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
    </Stack>
  );
}
