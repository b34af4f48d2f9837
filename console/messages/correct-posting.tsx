import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { faultOf } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { CaseForm } from '../case/dialogs/case-form.tsx';
import { DayInput } from '../fields/day-input.tsx';
import { useSession } from '../frame/session.ts';
import { dayIn } from '../words/days.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { MessageDetail } from './message.ts';
import { messageQuery } from './message-query.ts';

const words = defineWords(
  {
    open: 'Corriger l’envoi…',
    title: 'Corriger l’envoi du courrier',
    posted: 'Posté le',
    number: 'Numéro de recommandé (facultatif)',
    submit: 'Corriger l’envoi',
    consequence: 'L’étape suivante compte à partir de ce jour\u00a0; ce qui avait été noté reste à l’historique.',
    done: 'L’envoi est corrigé.',
  },
  {
    open: 'Correct the sending…',
    title: 'Correct the sending of the letter',
    posted: 'Posted on',
    number: 'Registered number (optional)',
    submit: 'Correct the sending',
    consequence: 'The next step counts from that day; what had been noted stays in the history.',
    done: 'The sending is corrected.',
  },
);

/** Whether a person posted this registered letter, and so said when and under which number. */
export const isPosted = ({ provider, letter_kind: kind, sent_at: sentAt }: MessageDetail): boolean =>
  provider === 'person' && kind !== null && kind !== 'simple' && sentAt !== null;

/** Opens the correction of what was noted when a letter was posted. */
export function CorrectPosting({ messageId, isSmall = false }: { messageId: string; isSmall?: boolean }) {
  const w = useWords(words);
  const [isOpen, setOpen] = useState(false);
  const size = isSmall
    ? ({ variant: 'subtle', size: 'compact-xs', h: 18 } as const)
    : ({ variant: 'default' } as const);
  return (
    <>
      <Button {...size} style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        {w.open}
      </Button>
      {isOpen && <Opened messageId={messageId} close={() => setOpen(false)} />}
    </>
  );
}

function Opened({ messageId, close }: { messageId: string; close: () => void }) {
  const { data } = useQuery(messageQuery(messageId));
  return data?.sent_at ? <Correction message={data} sentAt={data.sent_at} close={close} /> : null;
}

interface CorrectionProps {
  message: MessageDetail;
  sentAt: string;
  close: () => void;
}

function Correction({ message, sentAt, close }: CorrectionProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const { timeZone } = useSession();
  const [postedOn, setPostedOn] = useState<string | null>(dayIn(sentAt, timeZone));
  const [number, setNumber] = useState(message.provider_reference ?? '');
  const change = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/messages/{id}/posting', {
          params: { path: { id: message.id } },
          body: { ...(postedOn ? { posted_on: postedOn } : {}), registered_number: number.trim() || null },
        }),
      ),
    done: () => w.done,
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title}
      close={close}
      submit={w.submit}
      onSubmit={() => change.mutate(undefined)}
      isPending={change.isPending}
      isIncomplete={!postedOn}
      error={change.error}
      consequence={w.consequence}
    >
      <DayInput
        label={w.posted}
        value={postedOn}
        onChange={setPostedOn}
        maxOn={todayOn}
        error={faultOf(change.error, '/posted_on')}
        required
        autoFocus
      />
      <TextInput
        label={w.number}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={50}
      />
    </CaseForm>
  );
}
