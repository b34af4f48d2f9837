import { Group, Radio, Stack, TextInput } from '@mantine/core';
import { type Dispatch, type SetStateAction, useState } from 'react';
import type { Schema } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { UserSelect } from '../choose/user-select.tsx';
import { contactAddresses } from '../draft/addresses.ts';
import { DayInput } from '../fields/day-input.tsx';
import { isPrintedHere } from '../providers/is-printed-here.ts';
import { useProviders } from '../providers/use-providers.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { CopyFrom } from './copy-from.tsx';
import { KindChoice } from './kind-choice.tsx';
import { LetterFields } from './letter-fields.tsx';
import { MessageText } from './message-text.tsx';
import { ModeChoice } from './mode-choice.tsx';
import { PlanRecipients } from './plan-recipients.tsx';
import { BLANK_PLAN, isSent, type TypedPlan, withKind } from './plan.ts';

const words = defineWords(
  {
    start: 'Contenu de départ',
    nothing: 'Nouvelle action',
    copy: 'Copier une action existante',
    title: 'Intitulé de l’action',
    titleHint: 'Tel qu’il paraîtra dans l’agenda et sur la fiche du client.',
    date: 'Date d’exécution',
    dateHint: 'Sans date\u00a0: dès aujourd’hui.',
    assignee: 'À faire par',
    assigneeHint: 'Vide\u00a0: le chargé de recouvrement du client.',
  },
  {
    start: 'Starting point',
    nothing: 'New action',
    copy: 'Copy an existing action',
    title: 'Title of the action',
    titleHint: 'As the agenda and the customer’s card will show it.',
    date: 'Day',
    dateHint: 'Without a day: today.',
    assignee: 'To be done by',
    assigneeHint: 'Empty: the customer’s collector.',
  },
);

interface PlanFieldsProps {
  value: TypedPlan;
  onChange: Dispatch<SetStateAction<TypedPlan>>;
  customer: Schema<'Customer'>;
  error: unknown;
  /** JSON pointer of the plan in the request body: `/then/specific_action`. */
  pointer?: string;
}

/** The fields of a specific action: starting point, kind, day, assignee, recipients, text. */
export function PlanFields({ value, onChange, customer, error, pointer = '' }: PlanFieldsProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const set = (part: Partial<TypedPlan>) => onChange((was) => ({ ...was, ...part }));
  const { data: providers } = useProviders();
  return (
    <Stack gap="sm">
      <StartingPoint isCopied={value.copied !== null} customer={customer} set={set} />
      <KindChoice kind={value.kind} choose={(kind) => onChange((was) => ({ ...was, ...withKind(was, kind) }))} />
      <Group grow align="flex-start">
        <TextInput
          label={w.title}
          description={w.titleHint}
          required
          value={value.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
          error={faultOf(error, `${pointer}/title`)}
        />
        <DayInput
          label={w.date}
          description={w.dateHint}
          clearable
          minOn={todayOn}
          value={value.execute_on}
          onChange={(execute_on) => set({ execute_on })}
          error={faultOf(error, `${pointer}/execute_on`)}
        />
      </Group>
      {value.kind === 'letter' && (
        <LetterFields
          value={value}
          set={set}
          kindError={faultOf(error, `${pointer}/letter_kind`)}
          levelError={faultOf(error, `${pointer}/level`)}
        />
      )}
      {isSent(value.kind) && (
        <ModeChoice
          value={value.mode}
          onChange={(mode) => set({ mode })}
          isByPerson={isPrintedHere(providers, value)}
          error={faultOf(error, `${pointer}/mode`)}
        />
      )}
      <Group grow align="flex-start">
        <PlanRecipients
          value={value}
          set={set}
          emails={contactAddresses(customer.contacts)}
          error={faultOf(error, `${pointer}/recipients`) ?? faultOf(error, `${pointer}/recipients/0`)}
        />
        <UserSelect
          label={w.assignee}
          description={w.assigneeHint}
          value={value.assignee_id}
          onChange={(assignee_id) => set({ assignee_id })}
        />
      </Group>
      {isSent(value.kind) && (
        <MessageText
          channel={value.kind}
          fitting="customer"
          customer={customer}
          value={value.text}
          onChange={(text) => set({ text })}
          error={error}
          pointer={pointer}
        />
      )}
    </Stack>
  );
}

interface StartingPointProps {
  isCopied: boolean;
  customer: Schema<'Customer'>;
  set: (part: Partial<TypedPlan>) => void;
}

/** Starts from nothing, or from a step of a scenario. */
function StartingPoint({ isCopied, customer, set }: StartingPointProps) {
  const w = useWords(words);
  const [isCopy, setCopy] = useState(isCopied);
  const start = (copies: boolean) => {
    setCopy(copies);
    if (!copies) set({ copied: null, level: null, text: BLANK_PLAN.text });
  };
  return (
    <>
      <Radio.Group
        label={w.start}
        value={isCopy ? 'copy' : 'new'}
        onChange={(chosen) => start(chosen === 'copy')}
        labelProps={{ mb: 4 }}
      >
        <Group gap="lg">
          <Radio size="xs" value="new" label={w.nothing} />
          <Radio size="xs" value="copy" label={w.copy} />
        </Group>
      </Radio.Group>
      {isCopy && <CopyFrom customer={customer} onCopy={set} />}
    </>
  );
}
