import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { addressOf, isEmptyAddress, typedAddress } from '../address/address.ts';
import { AddressFields } from '../address/address-fields.tsx';
import { answerOf, api, type Schema } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { defineWords, useWords } from '../words/words.ts';

type ThirdParty = Schema<'ThirdParty'>;

const words = defineWords(
  {
    name: 'Nom',
    email: 'Adresse électronique',
    professional: 'Professionnel',
    professionalHint: 'Un prescripteur qui n’est pas un professionnel ne reçoit aucun état d’impayés.',
    save: 'Enregistrer la fiche',
    create: 'Créer la fiche',
    done: (name: string) => `Fiche de ${name} enregistrée.`,
  },
  {
    name: 'Name',
    email: 'E-mail address',
    professional: 'Professional',
    professionalHint: 'A referrer who is not a professional gets no statement.',
    save: 'Save the card',
    create: 'Create the card',
    done: (name: string) => `Card of ${name} saved.`,
  },
);

interface ThirdPartyDialogProps {
  title: string;
  /** Whose card it is, with its version; a new one without. */
  of?: { party: ThirdParty; etag: string };
  close: () => void;
  onDone: (party: ThirdParty) => void;
}

/** The card of a referrer or a notary: how he is reached, and whether statements are for him. */
export function ThirdPartyDialog({ title, of, close, onDone }: ThirdPartyDialogProps) {
  const w = useWords(words);
  const [typed, setTyped] = useState(() => ({
    name: of?.party.name ?? '',
    email: of?.party.email ?? '',
    professional: of?.party.professional ?? true,
    address: typedAddress(of?.party.address ?? null),
  }));
  const set = (part: Partial<typeof typed>) => setTyped((was) => ({ ...was, ...part }));
  const save = useChange({
    run: () => {
      const { name, email, professional, address } = typed;
      const body = {
        name,
        email: email.trim() || null,
        professional,
        address: isEmptyAddress(address) ? null : addressOf(address),
      };
      if (!of) return answerOf(api.POST('/v1/third-parties', { body }));
      const params = { path: { id: of.party.id }, header: { 'If-Match': of.etag } };
      return answerOf(api.PATCH('/v1/third-parties/{id}', { params, body }));
    },
    done: ({ name }) => w.done(name),
    onDone,
    showsError: true,
  });
  return (
    <CaseForm
      title={title}
      close={close}
      submit={of ? w.save : w.create}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={typed.name.trim() === ''}
      error={save.error}
    >
      <TextInput
        label={w.name}
        required
        data-autofocus
        value={typed.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={faultOf(save.error, '/name')}
      />
      <TextInput
        label={w.email}
        type="email"
        value={typed.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={faultOf(save.error, '/email')}
      />
      <AddressFields value={typed.address} onChange={(address) => set({ address })} error={save.error} />
      <Checkbox
        size="xs"
        label={w.professional}
        description={w.professionalHint}
        checked={typed.professional}
        onChange={(event) => set({ professional: event.currentTarget.checked })}
      />
    </CaseForm>
  );
}
