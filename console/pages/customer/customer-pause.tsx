import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../../case/dialogs/handed-over.tsx';
import { PauseCauseInput } from '../../case/dialogs/pause-cause.tsx';
import type { PauseCause } from '../../case/dialogs/pause-terms.ts';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    pause: 'Mettre le client en pause',
    title: (customer: string) => `Mettre ${customer} en pause`,
    reason: 'Motif',
    until: 'Jusqu’au (facultatif)',
    untilHint: 'Dernier jour de la pause. Sans date, une personne la lève.',
    changes:
      'Plus aucune relance ne part pour ce client, factures à venir comprises. Les appels, les tâches et les courriels internes passent. À la fin, la prochaine relance due part au premier envoi d’un jour ouvré.',
    done: 'Client en pause.',
    paused: 'Client en pause',
    since: (day: string) => `Depuis le ${day}`,
    insolvency: (day: string) => `Procédure collective${day ? ` ouverte le ${day}` : ''}`,
    untilDay: (day: string) => `jusqu’au ${day}`,
    noEnd: 'sans date de fin',
    lift: 'Lever la pause',
    lifted: 'Pause levée\u00a0: les relances reprennent.',
  },
  {
    pause: 'Pause the customer',
    title: (customer: string) => `Pause ${customer}`,
    reason: 'Reason',
    until: 'Until (optional)',
    untilHint: 'Last day of the pause. Without one, a person ends it.',
    changes:
      'No more reminders are sent to this customer, nor about invoices still to come. Calls, tasks and internal mails pass. At its end the next reminder due leaves at the first send hour of a working day.',
    done: 'Customer paused.',
    paused: 'Customer paused',
    since: (day: string) => `Since ${day}`,
    insolvency: (day: string) => `Insolvency proceedings${day ? ` opened on ${day}` : ''}`,
    untilDay: (day: string) => `until ${day}`,
    noEnd: 'without an end',
    lift: 'End the pause',
    lifted: 'Pause ended: reminders go on.',
  },
);

/** Whether all reminders of the customer rest, and why; starts and ends that. */
export function CustomerPause({ customer }: { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const { day } = useFormats();
  const [isAsking, setAsking] = useState(false);
  const lift = useChange({
    run: () => answerOf(api.DELETE('/v1/customers/{id}/pause', { params: { path: { id: customer.id } } })),
    done: () => w.lifted,
  });
  const { hold } = customer;
  if (hold) {
    const until = hold.until_on ? w.untilDay(day(hold.until_on)) : w.noEnd;
    return (
      <Alert variant="default" mb="md" p="sm" title={w.paused} icon={<IconPlayerPause size={18} aria-hidden />}>
        <Text>{hold.reason}</Text>
        {hold.cause === 'insolvency' && <Text>{w.insolvency(hold.since_on ? day(hold.since_on) : '')}</Text>}
        <Text c="dimmed">
          {w.since(day(hold.since_at))}, {until}
        </Text>
        <Button variant="default" mt={8} loading={lift.isPending} onClick={() => lift.mutate(undefined)}>
          {w.lift}
        </Button>
      </Alert>
    );
  }
  return (
    <Group mb="sm">
      <Button variant="default" leftSection={<IconPlayerPause size={15} aria-hidden />} onClick={() => setAsking(true)}>
        {w.pause}
      </Button>
      {isAsking && <PauseDialog customer={customer} close={() => setAsking(false)} />}
    </Group>
  );
}

function PauseDialog({ customer, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const [reason, setReason] = useState('');
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const [{ cause, sinceOn }, setCause] = useState<{ cause: PauseCause; sinceOn: string | null }>({
    cause: 'other',
    sinceOn: null,
  });
  const pause = useChange({
    run: () => {
      const body = { reason: reason.trim(), until_on: untilOn, cause, since_on: sinceOn };
      return answerOf(api.POST('/v1/customers/{id}/pause', { params: { path: { id: customer.id } }, body }));
    },
    done: () => w.done,
    onDone: ({ handed_over }) => {
      sayHandedOver(handed_over);
      close();
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={w.pause}
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
