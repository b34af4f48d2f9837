import { Group, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { faultOf } from '../api/problem.ts';
import { PromiseEvidenceInput } from '../case/dialogs/promise-evidence.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Status, TypedQualification } from './qualification.ts';

const words = defineWords(
  {
    status: 'Statut',
    none: 'Sans changement',
    promise: 'Promesse de règlement',
    dispute: 'Litige',
    litigation: 'Contentieux',
    amount: 'Montant promis, au total',
    promisedOn: 'Promis pour le',
    reason: 'Motif du litige',
    comment: 'Commentaire (facultatif)',
    commentHint: 'Daté et signé, il s’affiche sur chaque pièce.',
  },
  {
    status: 'Status',
    none: 'Unchanged',
    promise: 'Promise to pay',
    dispute: 'Dispute',
    litigation: 'Litigation',
    amount: 'Amount promised, in all',
    promisedOn: 'Promised for',
    reason: 'Reason of the dispute',
    comment: 'Comment (optional)',
    commentHint: 'Dated and signed, it shows on each item.',
  },
);

const STATUSES: Status[] = ['none', 'promise', 'dispute', 'litigation'];

/** The props of a step of « Modifier le statut ». */
export interface StepProps {
  value: TypedQualification;
  set: (part: Partial<TypedQualification>) => void;
  error: unknown;
}

/** Step 1: what the matter is, and a comment. */
export function StatusFields({ value, set, error, currency }: StepProps & { currency: string }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={w.status}
        size="xs"
        w="fit-content"
        value={value.status}
        onChange={(status) => set({ status })}
        data={STATUSES.map((status) => ({ value: status, label: w[status] }))}
      />
      {value.status === 'promise' && (
        <Group grow align="flex-start">
          <AmountInput
            label={w.amount}
            required
            cents={value.amountCents}
            onChange={(amountCents) => set({ amountCents })}
            currency={currency}
            error={faultOf(error, '/promise/amount_cents')}
          />
          <DayInput
            label={w.promisedOn}
            required
            minOn={todayOn}
            value={value.promisedOn}
            onChange={(promisedOn) => set({ promisedOn })}
            error={faultOf(error, '/promise/promised_on')}
          />
        </Group>
      )}
      {value.status === 'promise' && (
        <PromiseEvidenceInput
          value={value.evidence}
          onChange={(evidence) => set({ evidence })}
          error={faultOf(error, '/promise/evidence/received_on')}
        />
      )}
      {value.status === 'dispute' && (
        <TextInput
          label={w.reason}
          value={value.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
          error={faultOf(error, '/dispute/reason')}
        />
      )}
      <Textarea
        label={w.comment}
        description={w.commentHint}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={value.comment}
        onChange={(event) => set({ comment: event.currentTarget.value })}
        error={faultOf(error, '/comment')}
      />
    </Stack>
  );
}
