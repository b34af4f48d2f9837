import { Text } from '@mantine/core';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';
import { useAfterRelease } from './after-release.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { termsOf } from './pause-terms.ts';

const words = defineWords(
  {
    title: (number: string) => `Reprendre les relances · ${number}`,
    submit: 'Reprendre les relances',
    done: (number: string) => `Les relances ${withDe(number)} reprennent.`,
    was: (reason: string) => `La pause en cours\u00a0: ${reason}`,
  },
  {
    title: (number: string) => `Resume the reminders · ${number}`,
    submit: 'Resume the reminders',
    done: (number: string) => `Reminders of ${number} resume.`,
    was: (reason: string) => `The pause in force: ${reason}`,
  },
);

/** Ends the pause. The undo sets it again as it was. */
export function LiftPauseDialog({ invoice, hold, close }: CaseDialogProps) {
  const w = useWords(words);
  const after = useAfterRelease(invoice.id, { hold, outcome: 'lifted' });
  const params = { path: { id: invoice.id } };
  const setAgain = useChange({
    run: () => answerOf(api.PUT('/v1/invoices/{id}/pause', { params, body: hold ? termsOf(hold) : { reason: '' } })),
  });
  const lift = useChange({
    run: () => answerOf(api.DELETE('/v1/invoices/{id}/pause', { params })),
    onDone: () => {
      close();
      offerUndo({ said: w.done(invoice.number), undo: () => setAgain.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => lift.mutate(undefined)}
      isPending={lift.isPending}
      error={lift.error}
      consequence={after}
    >
      <Text>{w.was(hold?.reason ?? '')}</Text>
    </CaseForm>
  );
}
