import { Group, Select, TagsInput, TextInput } from '@mantine/core';
import { LettersTakenBack } from '../../action/letters-taken-back.tsx';
import { addressOf, typedAddress } from '../../address/address.ts';
import { AddressFields } from '../../address/address-fields.tsx';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { ScenarioSelect } from '../../choose/scenario-select.tsx';
import { UserSelect } from '../../choose/user-select.tsx';
import { useSession } from '../../frame/session.ts';
import { CUSTOMER_KINDS } from '../../level/kinds.ts';
import { customerWord } from '../../level/level.ts';
import { StaleNote } from '../../states/stale-note.tsx';
import { useDraft } from '../../states/use-draft.ts';
import { useLanguage } from '../../words/language.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { isInLetters } from './changes-letters.ts';

type Language = Schema<'Customer'>['language'];

const words = defineWords(
  {
    title: (customer: string) => `Fiche · ${customer}`,
    name: 'Nom',
    kind: 'Type de client',
    language: 'Langue des courriers',
    fr: 'français',
    en: 'anglais',
    collector: 'Chargé de recouvrement',
    collectorHint: 'Affecté par un superviseur.',
    scenario: 'Scénario',
    scenarioHint: 'Vide\u00a0: celui de son groupe, sinon celui par défaut.',
    tags: 'Étiquettes',
    changes: 'Les prochaines étapes de ses dossiers ouverts sont recalculées.',
    save: 'Enregistrer la fiche',
    done: 'Fiche enregistrée.',
  },
  {
    title: (customer: string) => `Card · ${customer}`,
    name: 'Name',
    kind: 'Kind of customer',
    language: 'Language of letters',
    fr: 'French',
    en: 'English',
    collector: 'Collector',
    collectorHint: 'Assigned by a supervisor.',
    scenario: 'Scenario',
    scenarioHint: 'Empty: that of the group, else the default one.',
    tags: 'Tags',
    changes: 'The next steps of the open cases are calculated anew.',
    save: 'Save the card',
    done: 'Card saved.',
  },
);

const LANGUAGES: Language[] = ['fr', 'en'];

interface EditCustomerDialogProps {
  customer: Schema<'Customer'>;
  etag: string;
  close: () => void;
}

const typedOf = ({ name, kind, language, collector_id, scenario_id, tags, address }: Schema<'Customer'>) => ({
  name,
  kind,
  language,
  collector_id,
  scenario_id,
  tags,
  address: typedAddress(address),
});

/** Edits the card of a customer, except for the contacts. */
export function EditCustomerDialog({ customer, etag, close }: EditCustomerDialogProps) {
  const w = useWords(words);
  const { language } = useLanguage();
  const { isSupervisor } = useSession();
  const saved = { value: typedOf(customer), etag };
  const draft = useDraft(saved);
  const { value: typed, set } = draft;
  const save = useChange({
    run: () => {
      const params = { path: { id: customer.id }, header: { 'If-Match': draft.etag } };
      const { address, ...others } = draft.changed;
      const body = { ...others, ...(address ? { address: addressOf(address) } : {}) };
      return answerOf(api.PATCH('/v1/customers/{id}', { params, body }));
    },
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.save}
      onSubmit={() => save.mutate(undefined)}
      isPending={save.isPending}
      isIncomplete={typed.name.trim() === '' || !draft.isDirty}
      error={save.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
      consequence={w.changes}
      size="lg"
    >
      <TextInput
        label={w.name}
        required
        data-autofocus
        value={typed.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={faultOf(save.error, '/name')}
      />
      <Group grow align="flex-start">
        <Select
          label={w.kind}
          allowDeselect={false}
          data={CUSTOMER_KINDS.map((kind) => ({ value: kind, label: customerWord(kind, language) }))}
          value={typed.kind}
          onChange={(kind) => kind && set({ kind })}
        />
        <Select
          label={w.language}
          allowDeselect={false}
          data={LANGUAGES.map((value) => ({ value, label: w[value] }))}
          value={typed.language}
          onChange={(value) => value && set({ language: value })}
        />
      </Group>
      <AddressFields value={typed.address} onChange={(address) => set({ address })} error={save.error} required />
      <Group grow align="flex-start">
        <UserSelect
          label={w.collector}
          disabled={!isSupervisor}
          {...(isSupervisor ? {} : { description: w.collectorHint })}
          value={typed.collector_id}
          onChange={(collector_id) => set({ collector_id })}
          error={faultOf(save.error, '/collector_id')}
        />
        <ScenarioSelect
          label={w.scenario}
          description={w.scenarioHint}
          value={typed.scenario_id}
          onChange={(scenario_id) => set({ scenario_id })}
          error={faultOf(save.error, '/scenario_id')}
        />
      </Group>
      <TagsInput label={w.tags} value={typed.tags} onChange={(tags) => set({ tags })} />
      <LettersTakenBack of={{ customer_id: customer.id }} isChanging={isInLetters(draft.changed)} />
    </CaseForm>
  );
}
