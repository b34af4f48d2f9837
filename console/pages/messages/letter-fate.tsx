import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { messageWord } from '../../level/level.ts';
import type { Message } from '../../messages/message.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    title: 'Qu’est devenu ce courrier\u00a0?',
    explained: 'Aucun prestataire ne suit ce courrier\u00a0: notez ce qu’il devient dès que l’avis ou le pli revient.',
    correct: 'Corriger ce qui a été noté de ce courrier',
    fate: 'Issue',
    on: 'Le',
    choose: 'Choisir…',
    note: 'Noter ce qu’il est devenu',
    sure: (status: string, day: string) => `Noter\u00a0: ${status}, le ${day}`,
    noted: (status: string) => `C’est noté\u00a0: ${status}.`,
    goesOn: 'Le client compte comme avisé, et le scénario continue.',
    stops:
      'Les relances des factures concernées s’arrêtent jusqu’à ce que quelqu’un corrige l’adresse, change de canal ou les reprenne.',
    asks: 'Une tâche demandera de corriger l’adresse.',
  },
  {
    title: 'What became of this letter?',
    explained:
      'No provider follows this letter: note what becomes of it as soon as the receipt or the letter comes back.',
    correct: 'Correct what was noted of this letter',
    fate: 'Outcome',
    on: 'On',
    choose: 'Choose…',
    note: 'Note what became of it',
    sure: (status: string, day: string) => `Note: ${status}, on ${day}`,
    noted: (status: string) => `Noted: ${status}.`,
    goesOn: 'The customer counts as notified, and the scenario goes on.',
    stops:
      'The reminders of its invoices stop until somebody corrects the address, changes the channel or lets them go on.',
    asks: 'A task will ask for the address to be corrected.',
  },
);

const FATES = ['signed', 'refused', 'unclaimed', 'undeliverable'] as const;
type Fate = (typeof FATES)[number];

/** States of a letter whose outcome nobody has recorded yet. */
const ON_ITS_WAY: readonly Message['status'][] = [
  ...(['sent', 'printed', 'deposited', 'first_presented', 'awaiting_signature', 'delivered'] as const),
];

/**
 * The outcomes that a user can record, or correct, for a letter that no current provider follows: all but the one
 * recorded already. A simple letter can only be undeliverable. Empty when nothing can be recorded.
 */
export function fatesToTell({
  kind,
  followed,
  status,
  letter_kind: letterKind,
}: Pick<Message, 'kind' | 'followed' | 'status' | 'letter_kind'>): Fate[] {
  const isTold = FATES.some((one) => one === status);
  if (kind !== 'letter' || followed || !(isTold || ON_ITS_WAY.includes(status))) return [];
  return FATES.filter((one) => one !== status && (letterKind !== 'simple' || one === 'undeliverable'));
}

/** Lets the user record or correct the outcome of a letter that no current provider follows. */
export function LetterFate({ message }: { message: Message }) {
  const w = useWords(words);
  const { language, todayOn, day } = useFormats();
  const fates = fatesToTell(message);
  const [chosen, setStatus] = useState<Fate | null>(null);
  const status = chosen && fates.includes(chosen) ? chosen : null;
  const [on, setOn] = useState<string | null>(todayOn);
  const [isAsking, setAsking] = useState(false);
  const change = useChange({
    run: (told: Fate) =>
      answerOf(
        api.POST('/v1/messages/{id}/letter-status', {
          params: { path: { id: message.id } },
          body: { status: told, ...(on ? { on } : {}) },
        }),
      ),
    done: (_, told) => w.noted(messageWord(told, language)),
    onDoneHere: () => setAsking(false),
    showsError: true,
  });
  const stops = message.origin === 'statement' ? w.asks : w.stops;
  const after = (told: Fate) => (told === 'undeliverable' ? stops : w.goesOn);
  return (
    <Stack gap={8} component="section">
      <Title order={3} size="h5">
        {ON_ITS_WAY.includes(message.status) ? w.title : w.correct}
      </Title>
      <Text c="dimmed">{w.explained}</Text>
      <Group gap="sm" align="flex-end">
        <Select
          label={w.fate}
          data={fates.map((value) => ({ value, label: messageWord(value, language) }))}
          value={status}
          placeholder={w.choose}
          onChange={setStatus}
          w={220}
        />
        <DayInput label={w.on} value={on} onChange={setOn} maxOn={todayOn} required />
        <Button variant="default" disabled={!on || !status} onClick={() => setAsking(true)}>
          {w.note}
        </Button>
      </Group>
      {status && <Text>{after(status)}</Text>}
      {isAsking && status && on && (
        <CaseForm
          title={w.note}
          close={() => setAsking(false)}
          submit={w.note}
          onSubmit={() => change.mutate(status)}
          isPending={change.isPending}
          error={change.error}
          consequence={after(status)}
        >
          <Text>{w.sure(messageWord(status, language), day(on))}</Text>
        </CaseForm>
      )}
    </Stack>
  );
}
