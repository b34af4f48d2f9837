import { Text } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../../case/dialogs/handed-over.tsx';
import { PauseCauseInput } from '../../case/dialogs/pause-cause.tsx';
import { type PauseCause, type PauseTerms, termsOf } from '../../case/dialogs/pause-terms.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { withDe } from '../../words/with-de.ts';

const words = defineWords(
  {
    pause: 'Mettre le client en pause',
    replace: 'Remplacer la pause',
    title: (customer: string) => `Mettre ${customer} en pause`,
    reason: 'Motif',
    until: 'Jusqu’au (facultatif)',
    untilHint: 'Dernier jour de la pause. Sans date, une personne la lève.',
    changes:
      'Plus aucune relance ne part pour ce client, factures à venir comprises. Les appels, les tâches et les courriels internes passent. À la fin, la prochaine relance due part au premier envoi d’un jour ouvré.',
    done: (customer: string) => `${customer} est en pause.`,
    replaced: (customer: string) => `Pause ${withDe(customer)} remplacée.`,
    liftTitle: (customer: string) => `Lever la pause ${withDe(customer)}`,
    lift: 'Lever la pause',
    was: (reason: string) => `La pause en cours\u00a0: ${reason}`,
    restarts:
      'Les relances de toutes ses factures reprennent\u00a0: ce qui est dû part au prochain envoi d’un jour ouvré, sauf ce qui est à confirmer ou retenu facture par facture.',
    lifted: (customer: string) => `Pause ${withDe(customer)} levée\u00a0: les relances reprennent.`,
  },
  {
    pause: 'Pause the customer',
    replace: 'Replace the pause',
    title: (customer: string) => `Pause ${customer}`,
    reason: 'Reason',
    until: 'Until (optional)',
    untilHint: 'Last day of the pause. Without one, a person ends it.',
    changes:
      'No more reminders are sent to this customer, nor about invoices still to come. Calls, tasks and internal mails pass. At its end the next reminder due leaves at the first send hour of a working day.',
    done: (customer: string) => `${customer} is paused.`,
    replaced: (customer: string) => `The pause of ${customer} is replaced.`,
    liftTitle: (customer: string) => `End the pause of ${customer}`,
    lift: 'End the pause',
    was: (reason: string) => `The pause in force: ${reason}`,
    restarts:
      'Reminders about all of their invoices resume: what is due leaves at the next send hour of a working day, but for what is to be confirmed or held invoice by invoice.',
    lifted: (customer: string) => `Pause of ${customer} ended: reminders go on.`,
  },
);

type Customer = Schema<'Customer'>;

const putPause = (id: string, body: PauseTerms) =>
  answerOf(api.POST('/v1/customers/{id}/pause', { params: { path: { id } }, body }));
const endPause = (id: string) => answerOf(api.DELETE('/v1/customers/{id}/pause', { params: { path: { id } } }));

interface PauseDialogProps {
  customer: Customer;
  close: () => void;
}

/** Pauses all reminders of the customer. A pause in force is shown and replaced. */
export function PauseCustomer({ customer, close }: PauseDialogProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  // The pause as it was when the dialog opened: the customer is refetched while the user types.
  const [former] = useState(() => customer.hold && termsOf(customer.hold));
  const [reason, setReason] = useState(former?.reason ?? '');
  const [untilOn, setUntilOn] = useState<string | null>(former?.until_on ?? null);
  const [{ cause, sinceOn }, setCause] = useState<{ cause: PauseCause; sinceOn: string | null }>({
    cause: former?.cause ?? 'other',
    sinceOn: former?.since_on ?? null,
  });
  const undo = useChange({
    run: async () => {
      await (former ? putPause(customer.id, former) : endPause(customer.id));
    },
  });
  const pause = useChange({
    run: () => putPause(customer.id, { reason: reason.trim(), until_on: untilOn, cause, since_on: sinceOn }),
    onDone: ({ handed_over }) => {
      sayHandedOver(handed_over);
      offerUndo({ said: (former ? w.replaced : w.done)(customer.name), undo: () => undo.mutate(undefined) });
    },
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={former ? w.replace : w.pause}
      onSubmit={() => pause.mutate(undefined)}
      isPending={pause.isPending}
      isIncomplete={reason.trim() === ''}
      error={pause.error}
      consequence={w.changes}
    >
      <ReasonInput
        label={w.reason}
        value={reason}
        onChange={setReason}
        error={faultOf(pause.error, '/reason')}
        isFirst
      />
      <PauseCauseInput cause={cause} sinceOn={sinceOn} onChange={setCause} error={faultOf(pause.error, '/since_on')} />
      <DayInput
        label={w.until}
        description={w.untilHint}
        clearable
        minOn={todayOn}
        value={untilOn}
        onChange={setUntilOn}
        error={faultOf(pause.error, '/until_on')}
      />
    </CaseForm>
  );
}

/** Ends the pause. The undo sets it again as it was. */
export function LiftCustomerPause({ customer, close }: PauseDialogProps) {
  const w = useWords(words);
  // The pause as it is when it is ended: a colleague may have changed it while the dialog was open.
  const { hold } = customer;
  const setAgain = useChange({ run: (terms: PauseTerms) => putPause(customer.id, terms) });
  const lift = useChange({
    run: (_terms: PauseTerms | null) => endPause(customer.id),
    onDone: (_ended, terms) => {
      if (terms) offerUndo({ said: w.lifted(customer.name), undo: () => setAgain.mutate(terms) });
    },
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.liftTitle(customer.name)}
      close={close}
      submit={w.lift}
      onSubmit={() => lift.mutate(hold && termsOf(hold))}
      isPending={lift.isPending}
      error={lift.error}
      consequence={w.restarts}
    >
      <Text>{w.was(hold?.reason ?? '')}</Text>
    </CaseForm>
  );
}
