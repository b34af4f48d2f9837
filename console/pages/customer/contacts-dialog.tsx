import { ActionIcon, Button, Checkbox, Group, Paper, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { LettersTakenBack } from '../../action/letters-taken-back.tsx';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { useDraft } from '../../states/use-draft.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './contacts-dialog.module.css';
import { isOtherInWindow } from './changes-letters.ts';
import { blankContact, contactsBody, listedContacts, type TypedContact, typedContacts } from './typed-contacts.ts';

const words = defineWords(
  {
    title: (customer: string) => `Contacts · ${customer}`,
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
    title: (customer: string) => `Contacts · ${customer}`,
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

interface ContactsDialogProps {
  customer: Schema<'Customer'>;
  etag: string;
  close: () => void;
}

/** Adds, changes and removes the customer's contacts, and chooses the recovery contact. */
export function ContactsDialog({ customer, etag, close }: ContactsDialogProps) {
  const w = useWords(words);
  const saved = { value: typedContacts(customer.contacts), etag };
  const draft = useDraft(saved);
  const listed = listedContacts(draft.value);
  // The contact that was just added: its first field takes the focus.
  const [added, setAdded] = useState<string | null>(null);
  const save = useChange({
    run: () => {
      const params = { path: { id: customer.id }, header: { 'If-Match': draft.etag } };
      const contacts = contactsBody(draft.base, draft.value);
      return answerOf(api.PATCH('/v1/customers/{id}', { params, body: { contacts } }));
    },
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  const set = (contact: TypedContact, part: Partial<TypedContact>) =>
    draft.set({ [contact.key]: { ...contact, ...part } });
  const add = () => {
    const blank = blankContact(crypto.randomUUID(), listed.length === 0);
    draft.set({ [blank.key]: blank });
    setAdded(blank.key);
  };
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.save}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={!draft.isDirty || listed.some(({ name }) => name.trim() === '')}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
      size="xl"
    >
      <Stack gap="sm">
        {listed.map((contact, at) => (
          <Paper key={contact.key} withBorder p="sm">
            <Group align="flex-start" wrap="nowrap" gap="sm" className={classes.contact}>
              {(['name', 'email', 'phone'] as const).map((field) => (
                <TextInput
                  key={field}
                  className={classes[field]}
                  title={contact[field]}
                  {...(field === 'name' && contact.key === added ? { autoFocus: true } : {})}
                  label={w[field]}
                  type={field === 'email' ? 'email' : field === 'phone' ? 'tel' : 'text'}
                  required={field === 'name'}
                  value={contact[field]}
                  onChange={(event) => set(contact, { [field]: event.currentTarget.value })}
                  error={faultOf(save.error, `/contacts/${at}/${field}`)}
                />
              ))}
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={26}
                aria-label={w.remove(contact.name || w.another)}
                onClick={() => draft.set({ [contact.key]: null })}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
            <Checkbox
              size="xs"
              mt={8}
              label={w.recovery}
              checked={contact.recovery}
              onChange={(event) => set(contact, { recovery: event.currentTarget.checked })}
            />
          </Paper>
        ))}
        <Button variant="default" w="fit-content" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
          {w.add}
        </Button>
        <LettersTakenBack of={{ customer_id: customer.id }} isChanging={isOtherInWindow(draft.base, draft.value)} />
      </Stack>
    </CaseForm>
  );
}
