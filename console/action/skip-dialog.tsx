import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { defineWords, useWords } from '../words/words.ts';
import type { ActionDialogProps } from './action-dialog.ts';

const words = defineWords(
  {
    title: 'Passer cette action',
    reason: 'Motif',
    submit: 'Passer sans envoyer',
    done: (name: string) => `Passée\u00a0: ${name}`,
    step: 'Rien n’est envoyé. L’étape suivante du scénario compte à partir d’aujourd’hui ; le niveau atteint ne change pas.',
    other: 'Rien n’est fait ; l’action quitte l’agenda.',
  },
  {
    title: 'Skip this action',
    reason: 'Reason',
    submit: 'Skip without sending',
    done: (name: string) => `Skipped: ${name}`,
    step: 'Nothing is sent. The next step of the scenario counts from today; the level reached does not change.',
    other: 'Nothing is done; the action leaves the agenda.',
  },
);

/** Leaves it out, with a reason. */
export function SkipDialog({ action, close, done }: ActionDialogProps) {
  const w = useWords(words);
  const [reason, setReason] = useState('');
  const skip = useChange({
    run: () => {
      const body = { reason: reason.trim() };
      const path = { id: action.id };
      return sendOnce(['skip', action.id, body], (header) =>
        answerOf(api.POST('/v1/actions/{id}/skip', { params: { path, header }, body })),
      );
    },
    done: () => w.done(action.text),
    onDone: done,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => skip.mutate(undefined)}
      isPending={skip.isPending}
      isIncomplete={reason.trim() === ''}
      error={skip.error}
      consequence={action.origin === 'step' ? w.step : w.other}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}
