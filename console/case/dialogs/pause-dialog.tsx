import { Select } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { sayHandedOver } from './handed-over.tsx';

const CAUSES = ['other', 'insolvency', 'overindebtedness', 'deceased'] as const;
type Cause = (typeof CAUSES)[number];

const words = defineWords(
  {
    title: (number: string) => `Suspendre les relances · ${number}`,
    cause: 'Cause',
    causes: {
      other: 'Autre',
      insolvency: 'Procédure collective',
      overindebtedness: 'Surendettement',
      deceased: 'Décès',
    },
    reason: 'Motif',
    until: 'Dernier jour de la pause (facultatif)',
    untilHint: 'Sans date, la pause dure jusqu’à ce que quelqu’un la lève.',
    submit: 'Suspendre les relances',
    done: (number: string) => `Relances de ${number} suspendues.`,
    person: 'la pause n’est pas levée',
  },
  {
    title: (number: string) => `Pause the reminders · ${number}`,
    cause: 'Cause',
    causes: {
      other: 'Other',
      insolvency: 'Insolvency proceedings',
      overindebtedness: 'Over-indebtedness',
      deceased: 'Death',
    },
    reason: 'Reason',
    until: 'Last day of the pause (optional)',
    untilHint: 'Without a date the pause lasts until somebody lifts it.',
    submit: 'Pause the reminders',
    done: (number: string) => `Reminders of ${number} paused.`,
    person: 'the pause is lifted',
  },
);

/** Nothing leaves for a while, or until a person says so. */
export function PauseDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const [cause, setCause] = useState<Cause>('other');
  const [reason, setReason] = useState('');
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const consequence = useConsequence(invoice);
  const params = { path: { id: invoice.id } };
  const lift = useChange({ run: () => answerOf(api.DELETE('/v1/invoices/{id}/pause', { params })) });
  const pause = useChange({
    run: () =>
      answerOf(
        api.PUT('/v1/invoices/{id}/pause', { params, body: { reason: reason.trim(), until_on: untilOn, cause } }),
      ),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
      offerUndo({ said: w.done(invoice.number), undo: () => lift.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => pause.mutate(undefined)}
      isPending={pause.isPending}
      isIncomplete={reason.trim() === ''}
      error={pause.error}
      consequence={untilOn ? consequence.pause(untilOn) : consequence.untilPerson(w.person, false)}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
      <Select
        label={w.cause}
        data={CAUSES.map((value) => ({ value, label: w.causes[value] }))}
        value={cause}
        onChange={(value) => setCause(value ?? 'other')}
        allowDeselect={false}
      />
      <DayInput
        label={w.until}
        description={w.untilHint}
        value={untilOn}
        onChange={setUntilOn}
        minOn={todayOn}
        clearable
      />
    </CaseForm>
  );
}
