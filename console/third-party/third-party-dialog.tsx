import { Checkbox, Select, TextInput } from '@mantine/core';
import { AddressFields } from '../address/address-fields.tsx';
import { answerOf, api, type Schema } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { StaleNote } from '../states/stale-note.tsx';
import { typedFields } from '../states/typed-fields.ts';
import { useDraft } from '../states/use-draft.ts';
import { defineWords, useWords } from '../words/words.ts';
import { cardBody, LANGUAGES, typedCard } from './typed-card.ts';

type ThirdParty = Schema<'ThirdParty'>;

const words = defineWords(
  {
    name: 'Nom',
    reference: 'Référence',
    referenceHint: 'Facultative\u00a0: les dossiers importés le désignent par elle, ou par son nom.',
    email: 'Adresse électronique',
    language: 'Langue des états d’impayés',
    languages: { fr: 'français', en: 'anglais' },
    professional: 'Professionnel',
    professionalHint: 'Un prescripteur qui n’est pas un professionnel ne reçoit aucun état d’impayés.',
    save: 'Enregistrer la fiche',
    create: 'Créer la fiche',
    done: (name: string) => `Fiche enregistrée\u00a0: ${name}.`,
  },
  {
    name: 'Name',
    reference: 'Reference',
    referenceHint: 'Optional: imported case files name him by it, or by his name.',
    email: 'E-mail address',
    language: 'Language of statements',
    languages: { fr: 'French', en: 'English' },
    professional: 'Professional',
    professionalHint: 'A referrer who is not a professional gets no statement.',
    save: 'Save the card',
    create: 'Create the card',
    done: (name: string) => `Card saved: ${name}.`,
  },
);

interface ThirdPartyDialogProps {
  title: string;
  /** The third party to change, with its ETag. Absent for a new one. */
  of?: { party: ThirdParty; etag: string };
  close: () => void;
  onDone: (party: ThirdParty) => void;
}

/** Edits a referrer or a notary: contact data, and whether statements are sent to them. */
export function ThirdPartyDialog({ title, of, close, onDone }: ThirdPartyDialogProps) {
  const w = useWords(words);
  const saved = { value: typedCard(of?.party), etag: of?.etag ?? '' };
  const draft = useDraft(saved);
  const { value: typed, set } = draft;
  const save = useChange({
    run: () => {
      if (!of) return answerOf(api.POST('/v1/third-parties', { body: cardBody(typed) }));
      const params = { path: { id: of.party.id }, header: { 'If-Match': draft.etag } };
      const body = typedFields(cardBody(draft.base), cardBody(typed));
      return answerOf(api.PATCH('/v1/third-parties/{id}', { params, body }));
    },
    done: ({ name }) => w.done(name),
    onDoneHere: onDone,
    showsError: true,
  });
  return (
    <CaseForm
      title={title}
      close={close}
      submit={of ? w.save : w.create}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={typed.name.trim() === '' || (of !== undefined && !draft.isDirty)}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
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
        label={w.reference}
        description={w.referenceHint}
        value={typed.reference}
        onChange={(event) => set({ reference: event.currentTarget.value })}
        error={faultOf(save.error, '/reference')}
      />
      <TextInput
        label={w.email}
        type="email"
        value={typed.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={faultOf(save.error, '/email')}
      />
      <AddressFields value={typed.address} onChange={(address) => set({ address })} error={save.error} />
      <Select
        label={w.language}
        allowDeselect={false}
        data={LANGUAGES.map((value) => ({ value, label: w.languages[value] }))}
        value={typed.language}
        onChange={(language) => language && set({ language })}
        error={faultOf(save.error, '/language')}
      />
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
