import { ActionIcon, Button, Checkbox, Group, Paper, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    title: (customer: string) => `Contacts de ${customer}`,
    name: 'Nom',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    recovery: 'Contact pour le recouvrement',
    add: 'Ajouter un contact',
    remove: (name: string) => `Retirer ${name}`,
    another: 'ce contact',
    save: 'Enregistrer les contacts',
    done: 'Contacts enregistrés.',
  },
  {
    title: (customer: string) => `Contacts of ${customer}`,
    name: 'Name',
    email: 'E-mail address',
    phone: 'Telephone',
    recovery: 'Contact for recovery',
    add: 'Add a contact',
    remove: (name: string) => `Remove ${name}`,
    another: 'this contact',
    save: 'Save the contacts',
    done: 'Contacts saved.',
  },
);

interface TypedContact {
  key: string;
  id?: string;
  name: string;
  email: string;
  phone: string;
  recovery: boolean;
}

interface ContactsDialogProps {
  customer: Schema<'Customer'>;
  etag: string;
  close: () => void;
}

const typedContacts = ({ contacts }: Schema<'Customer'>): TypedContact[] =>
  contacts.map(({ id, name, email, phone, recovery }) => ({
    key: id,
    id,
    name,
    email: email ?? '',
    phone: phone ?? '',
    recovery,
  }));

const blankContact = (recovery: boolean): TypedContact => ({
  key: crypto.randomUUID(),
  name: '',
  email: '',
  phone: '',
  recovery,
});

/** The customer's contacts: add, change, take out, say which one is for recovery. */
export function ContactsDialog({ customer, etag, close }: ContactsDialogProps) {
  const w = useWords(words);
  const [typed, setTyped] = useState(() => {
    const kept = typedContacts(customer);
    return kept.length > 0 ? kept : [blankContact(true)];
  });
  const save = useChange({
    run: () => {
      const contacts = typed.map(({ id, name, email, phone, recovery }) => ({
        ...(id ? { id } : {}),
        name: name.trim(),
        email: email.trim() || null,
        phone: phone.trim() || null,
        recovery,
      }));
      const params = { path: { id: customer.id }, header: { 'If-Match': etag } };
      return answerOf(api.PATCH('/v1/customers/{id}', { params, body: { contacts } }));
    },
    done: () => w.done,
    onDone: close,
    showsError: true,
  });
  const set = (at: number, part: Partial<TypedContact>) =>
    setTyped((was) => was.map((contact, index) => (index === at ? { ...contact, ...part } : contact)));
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.save}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={typed.some(({ name }) => name.trim() === '')}
      error={save.error}
      size="lg"
    >
      <Stack gap="sm">
        {typed.map((contact, at) => (
          <Paper key={contact.key} withBorder p="sm">
            <Group align="flex-start" wrap="nowrap" gap="sm">
              {(['name', 'email', 'phone'] as const).map((field) => (
                <TextInput
                  key={field}
                  flex={1}
                  label={w[field]}
                  type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
                  required={field === 'name'}
                  value={contact[field]}
                  onChange={(event) => set(at, { [field]: event.currentTarget.value })}
                  error={faultOf(save.error, `/contacts/${at}/${field}`)}
                />
              ))}
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={26}
                aria-label={w.remove(contact.name || w.another)}
                onClick={() => setTyped((was) => was.filter(({ key }) => key !== contact.key))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <Checkbox
              size="xs"
              mt={8}
              label={w.recovery}
              checked={contact.recovery}
              onChange={(event) => set(at, { recovery: event.currentTarget.checked })}
            />
          </Paper>
        ))}
        <Button
          variant="default"
          w="fit-content"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setTyped((was) => [...was, blankContact(was.length === 0)])}
        >
          {w.add}
        </Button>
      </Stack>
    </CaseForm>
  );
}
