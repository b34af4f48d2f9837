import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { sendOnce } from '../api/send-once.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { ReasonInput } from '../fields/reason-input.tsx';
import { forgetEdits } from '../draft/kept-edits.ts';
import { defineWords, useWords } from '../words/words.ts';
import { isToPost } from './what-can-be-decided.ts';
import type { ActionDialogProps } from './action-dialog.ts';

const words = defineWords(
  {
    title: 'Passer cette action',
    reason: 'Motif',
    submit: 'Passer sans envoyer',
    done: (name: string) => `Passée\u00a0: ${name}`,
    step: 'Rien n’est envoyé. L’étape suivante du scénario compte à partir d’aujourd’hui\u00a0; le niveau atteint ne change pas.',
    other: 'Rien n’est fait\u00a0; l’action quitte l’agenda.',
    letterOfStep:
      'Le courrier édité est retiré\u00a0: ne le postez plus. L’étape suivante du scénario compte à partir d’aujourd’hui\u00a0; le niveau atteint ne change pas.',
    letter:
      'Le courrier édité est retiré\u00a0: ne le postez plus. L’action quitte l’agenda\u00a0; le niveau atteint ne change pas.',
  },
  {
    title: 'Skip this action',
    reason: 'Reason',
    submit: 'Skip without sending',
    done: (name: string) => `Skipped: ${name}`,
    step: 'Nothing is sent. The next step of the scenario counts from today; the level reached does not change.',
    other: 'Nothing is done; the action leaves the agenda.',
    letterOfStep:
      'The letter that was made is taken back: do not post it. The next step of the scenario counts from today; the level reached does not change.',
    letter:
      'The letter that was made is taken back: do not post it. The action leaves the agenda; the level reached does not change.',
  },
);

/** Skips an action, with a reason. */
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
    // The action sends no message any more: forget its edits.
    onDone: () => forgetEdits(action.id),
    onDoneHere: done,
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
      consequence={w[whatIsSkipped(action)]}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}

function whatIsSkipped(action: ActionDialogProps['action']) {
  if (isToPost(action)) return action.origin === 'step' ? 'letterOfStep' : 'letter';
  return action.origin === 'step' ? 'step' : 'other';
}
