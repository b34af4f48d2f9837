import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { addDays, rollForward } from '../case/working-days.ts';
import { useSettings } from '../case/case-data.ts';
import { DayInput } from '../fields/day-input.tsx';
import { useFormats } from '../words/formats.ts';
import { ReasonInput } from '../fields/reason-input.tsx';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionDialogProps } from './action-dialog.ts';

const words = defineWords(
  {
    title: 'Reporter cette action',
    until: 'Pas avant le',
    reason: 'Motif',
    submit: (day: string) => `Reporter au ${day}`,
    submitNone: 'Reporter',
    done: (name: string, day: string) => `Reportée au ${day}\u00a0: ${name}`,
    change: (day: string) =>
      `Rien ne part d’ici là\u00a0; l’action revient le ${day}, et les étapes suivantes se décalent.`,
  },
  {
    title: 'Postpone this action',
    until: 'Not before',
    reason: 'Reason',
    submit: (day: string) => `Postpone to ${day}`,
    submitNone: 'Postpone',
    done: (name: string, day: string) => `Postponed to ${day}: ${name}`,
    change: (day: string) =>
      `Nothing is sent until then; the action is back on ${day}, and the later steps move with it.`,
  },
);

type PostponeDialogProps = Omit<ActionDialogProps, 'action'> & {
  action: Pick<ActionDialogProps['action'], 'id' | 'text'>;
};

/** Postpones an action, with a day and a reason. */
export function PostponeDialog({ action, close, done }: PostponeDialogProps) {
  const w = useWords(words);
  const { day, longDay, todayOn } = useFormats();
  const { data: settings } = useSettings();
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const backOn = untilOn && rollForward(untilOn, settings?.holiday_zone ?? 'metropole');
  const postpone = useChange({
    run: () => {
      const body = { until_on: untilOn ?? '', reason: reason.trim() };
      const path = { id: action.id };
      return sendOnce(['postpone', action.id, body], (header) =>
        answerOf(api.POST('/v1/actions/{id}/postpone', { params: { path, header }, body })),
      );
    },
    done: () => w.done(action.text, day(backOn ?? '')),
    onDoneHere: done,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={backOn ? w.submit(day(backOn)) : w.submitNone}
      onSubmit={() => postpone.mutate(undefined)}
      isPending={postpone.isPending}
      isIncomplete={!untilOn || reason.trim() === ''}
      error={postpone.error}
      consequence={backOn && w.change(longDay(backOn))}
    >
      <DayInput label={w.until} value={untilOn} onChange={setUntilOn} minOn={addDays(todayOn, 1)} required autoFocus />
      <ReasonInput label={w.reason} value={reason} onChange={setReason} />
    </CaseForm>
  );
}
