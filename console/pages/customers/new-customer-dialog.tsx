import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Dialog } from '../../frame/dialog.tsx';
import { addressOf, typedAddress } from '../../address/address.ts';
import { AddressFields } from '../../address/address-fields.tsx';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { UserSelect } from '../../choose/user-select.tsx';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { ProblemNote } from '../../states/problem-note.tsx';
import { sendingWords, useSending } from '../../states/use-sending.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';

type Kind = Schema<'Customer'>['kind'];

const words = defineWords(
  {
    title: 'Nouveau client',
    reference: 'Référence',
    referenceHint: 'Celle de votre comptabilité\u00a0; elle ne change plus.',
    name: 'Nom',
    kind: 'Type de client',
    language: 'Langue des courriers',
    fr: 'français',
    en: 'anglais',
    contact: 'Contact pour le recouvrement',
    email: 'Adresse électronique',
    collector: 'Chargé de recouvrement',
    create: 'Créer le client',
    cancel: 'Annuler',
    done: (name: string) => `Client ${name} créé.`,
  },
  {
    title: 'New customer',
    reference: 'Reference',
    referenceHint: 'That of your accounts; it does not change any more.',
    name: 'Name',
    kind: 'Kind of customer',
    language: 'Language of letters',
    fr: 'French',
    en: 'English',
    contact: 'Contact for recovery',
    email: 'E-mail address',
    collector: 'Collector',
    create: 'Create the customer',
    cancel: 'Cancel',
    done: (name: string) => `Customer ${name} created.`,
  },
);

const BLANK = {
  reference: '',
  name: '',
  kind: 'professional' as Kind,
  language: 'fr' as 'fr' | 'en',
  contact: '',
  email: '',
  collector_id: null as string | null,
  address: typedAddress(null),
};

const bodyOf = ({ contact, email, address, collector_id, ...rest }: typeof BLANK) => ({
  ...rest,
  address: addressOf(address),
  collector_id,
  contacts: contact || email ? [{ name: contact || email, ...(email ? { email } : {}), recovery: true }] : [],
});

/** Creates a customer and opens the customer's page. */
export function NewCustomerDialog({ close }: { close: () => void }) {
  const w = useWords(words);
  const { goOn } = useWords(sendingWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(BLANK);
  const set = (part: Partial<typeof BLANK>) => setTyped((was) => ({ ...was, ...part }));
  const create = useChange({
    run: () => answerOf(api.POST('/v1/customers', { body: bodyOf(typed) })),
    done: ({ name }) => w.done(name),
    onDoneHere: ({ id }) => void navigate(`/clients/${id}`),
    showsError: true,
  });
  const sending = useSending(create.isPending);
  const fault = (pointer: string) => faultOf(create.error, pointer);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(undefined);
  };
  const text = (name: 'reference' | 'name' | 'contact' | 'email', pointer = `/${name}`) => ({
    label: w[name],
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
    error: fault(pointer),
  });
  return (
    <Dialog onClose={close} title={w.title} size="lg" sending={sending}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Group grow align="flex-start">
            <TextInput {...text('name')} required data-autofocus />
            <TextInput {...text('reference')} description={w.referenceHint} required inputWrapperOrder={ORDER} />
          </Group>
          <Group grow align="flex-start">
            <Select
              label={w.kind}
              data={CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
              value={typed.kind}
              allowDeselect={false}
              onChange={(kind) => kind && set({ kind })}
            />
            <Select
              label={w.language}
              data={[
                { value: 'fr', label: w.fr },
                { value: 'en', label: w.en },
              ]}
              value={typed.language}
              allowDeselect={false}
              onChange={(chosen) => chosen && set({ language: chosen })}
            />
          </Group>
          <AddressFields value={typed.address} onChange={(address) => set({ address })} error={create.error} required />
          <Group grow align="flex-start">
            <TextInput {...text('contact', '/contacts/0/name')} />
            <TextInput {...text('email', '/contacts/0/email')} type="email" />
          </Group>
          <UserSelect
            label={w.collector}
            value={typed.collector_id}
            onChange={(collector_id) => set({ collector_id })}
          />
          <ProblemNote error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={sending === 'held'}>
              {sending === 'long' ? goOn : w.cancel}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {w.create}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
