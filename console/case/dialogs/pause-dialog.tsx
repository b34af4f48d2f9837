import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { useConsequence } from './consequence.ts';
import { sayHandedOver } from './handed-over.tsx';
import { PauseCauseInput } from './pause-cause.tsx';
import { type PauseCause, termsOf } from './pause-terms.ts';

const words = defineWords(
  {
    title: (number: string) => `Suspendre les relances · ${number}`,
    reason: 'Motif',
    until: 'Dernier jour de la pause (facultatif)',
    untilHint: 'Sans date, la pause dure jusqu’à ce que quelqu’un la lève.',
    submit: 'Suspendre les relances',
    replace: 'Remplacer la pause',
    replaced: (number: string) => `Pause ${withDe(number)} remplacée.`,
    done: (number: string) => `Relances ${withDe(number)} suspendues.`,
    person: 'la pause n’est pas levée',
  },
  {
    title: (number: string) => `Pause the reminders · ${number}`,
    reason: 'Reason',
    until: 'Last day of the pause (optional)',
    untilHint: 'Without a date the pause lasts until somebody lifts it.',
    submit: 'Pause the reminders',
    replace: 'Replace the pause',
    replaced: (number: string) => `The pause of ${number} is replaced.`,
    done: (number: string) => `Reminders of ${number} paused.`,
    person: 'the pause is lifted',
  },
);

/** Pauses reminders until a day, or until a person ends the pause. A pause in force is shown and replaced. */
export function PauseDialog({ invoice, close }: CaseDialogProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  // The pause as it was when the dialog opened: the case is refetched while the user types.
  const [standing] = useState(() => invoice.dunning.holds.find(({ kind }) => kind === 'pause'));
  const former = standing ? termsOf(standing) : null;
  const [{ cause, sinceOn }, setCause] = useState<{ cause: PauseCause; sinceOn: string | null }>({
    cause: former?.cause ?? 'other',
    sinceOn: former?.since_on ?? null,
  });
  const [reason, setReason] = useState(former?.reason ?? '');
  const [untilOn, setUntilOn] = useState(former?.until_on ?? null);
  const consequence = useConsequence(invoice, standing);
  const params = { path: { id: invoice.id } };
  const undo = useChange({
    run: () =>
      former
        ? answerOf(api.PUT('/v1/invoices/{id}/pause', { params, body: former }))
        : answerOf(api.DELETE('/v1/invoices/{id}/pause', { params })),
  });
  const pause = useChange({
    run: () =>
      answerOf(
        api.PUT('/v1/invoices/{id}/pause', {
          params,
          body: { reason: reason.trim(), until_on: untilOn, cause, since_on: sinceOn },
        }),
      ),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
      offerUndo({ said: (former ? w.replaced : w.done)(invoice.number), undo: () => undo.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={former ? w.replace : w.submit}
      onSubmit={() => pause.mutate(undefined)}
      isPending={pause.isPending}
      isIncomplete={reason.trim() === ''}
      error={pause.error}
      consequence={
        untilOn ? consequence.pause(untilOn) : consequence.untilPerson(w.person, { isConfirmedAfter: false })
      }
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
      <PauseCauseInput cause={cause} sinceOn={sinceOn} onChange={setCause} error={faultOf(pause.error, '/since_on')} />
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
