import { Textarea } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../frame/session.ts';
import type { CallOutcome } from '../../level/call-outcomes.ts';
import { OutcomeChoice } from '../../level/outcome-choice.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { AfterCallFields, PromiseAfterCall } from './after-call.tsx';
import { type Call, callBody, NOTHING_AFTER } from './call-body.ts';
import { CaseForm } from './case-form.tsx';
import type { About } from './note-form.tsx';
import { PhoneNumbers } from './phone-numbers.tsx';

const words = defineWords(
  {
    title: (about: string) => `Appel téléphonique · ${about}`,
    at: 'Date et heure (facultatif)',
    atHint: 'Vide\u00a0: maintenant.',
    comment: 'Commentaire (facultatif)',
    hint: 'L’appel est consigné à l’historique et date la colonne Tél. Il ne change rien aux relances.',
    submit: 'Consigner l’appel',
    done: 'Appel consigné.',
    doneAgain: (day: string) => `Appel consigné\u00a0; à rappeler le ${day}.`,
  },
  {
    title: (about: string) => `Telephone call · ${about}`,
    at: 'Day and time (optional)',
    atHint: 'Empty: now.',
    comment: 'Comment (optional)',
    hint: 'The call goes into the history and dates the Tel. column. It changes nothing about the reminders.',
    submit: 'Record the call',
    done: 'Call recorded.',
    doneAgain: (day: string) => `Call recorded; to be called again on ${day}.`,
  },
);

/** A call with its outcome and a dated comment. */
export function CallForm({ about, close, children }: { about: About; close: () => void; children?: ReactNode }) {
  const w = useWords(words);
  const { day, wallClock } = useFormats();
  const [outcome, setOutcome] = useState<CallOutcome>('reached');
  const [calledAt, setCalledAt] = useState<string | null>(null);
  const [comment, setComment] = useState('');
  const [after, setAfter] = useState(NOTHING_AFTER);
  const [isPromising, setPromising] = useState(false);
  const then = () => (after.isPromised ? setPromising(true) : close());
  const record = useRecordCall(about, () => (after.againOn ? w.doneAgain(day(after.againOn)) : w.done), then);
  if (isPromising) return <PromiseAfterCall invoiceIds={about.invoiceIds} close={close} />;
  return (
    <CaseForm
      title={w.title(about.name)}
      close={close}
      submit={w.submit}
      onSubmit={() => record.mutate({ outcome, comment, calledAt, after })}
      isPending={record.isPending}
      error={record.error}
      size="lg"
    >
      <PhoneNumbers customerId={about.customerId} />
      <OutcomeChoice value={outcome} onChange={setOutcome} />
      {children}
      <DateTimePicker
        label={w.at}
        description={w.atHint}
        clearable
        valueFormat={wallClock}
        value={calledAt}
        onChange={setCalledAt}
        error={faultOf(record.error, '/called_at')}
      />
      <Textarea
        label={w.comment}
        description={w.hint}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
      />
      <AfterCallFields
        invoiceIds={about.invoiceIds}
        value={after}
        onChange={setAfter}
        error={faultOf(record.error, '/call_again_on')}
      />
    </CaseForm>
  );
}

function useRecordCall({ customerId, invoiceIds }: About, done: () => string, then: () => void) {
  const { timeZone } = useSession();
  return useChange({
    run: (call: Call) => {
      const body = callBody(call, invoiceIds, timeZone);
      return sendOnce(['call', customerId, body], (header) =>
        answerOf(api.POST('/v1/customers/{id}/calls', { params: { path: { id: customerId }, header }, body })),
      );
    },
    done,
    onDoneHere: then,
    showsError: true,
  });
}
