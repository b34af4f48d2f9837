import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../api/client.ts';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { defineWords, useWords } from '../words/words.ts';
import type { Message } from './message.ts';

const words = defineWords(
  {
    title: 'Envoi incertain\u00a0: est-il parti\u00a0?',
    explained:
      'Le prestataire n’a pas dit s’il avait accepté ce message. Vérifiez chez lui ou auprès du client. «\u00a0Parti\u00a0»\u00a0: l’étape est faite. «\u00a0Pas parti\u00a0»\u00a0: l’étape est rendue au dossier et pourra repartir.',
    explainedApart:
      'Le prestataire n’a pas dit s’il avait accepté ce message. Vérifiez chez lui ou auprès du destinataire. «\u00a0Parti\u00a0»\u00a0: il est noté comme envoyé. «\u00a0Pas parti\u00a0»\u00a0: vous pourrez le renvoyer.',
    comment: 'Comment le savez-vous\u00a0?',
    placeholder: 'ex. visible dans le journal du prestataire',
    sent: 'Parti',
    notSent: 'Pas parti',
    doneSent: 'Envoi confirmé.',
    doneNotSent: 'Noté\u00a0: ce message n’est pas parti.',
  },
  {
    title: 'Outcome unknown: was it sent?',
    explained:
      'The provider did not say whether it took this message. Look there, or ask the customer. “It was sent”: the step is done. “It was not sent”: the step is given back and may be sent again.',
    explainedApart:
      'The provider did not say whether it took this message. Look there, or ask whom it was for. “It was sent”: it counts as sent. “It was not sent”: you may send it again.',
    comment: 'How do you know?',
    placeholder: 'e.g. seen in the provider’s log',
    sent: 'It was sent',
    notSent: 'It was not sent',
    doneSent: 'Confirmed: it was sent.',
    doneNotSent: 'Noted: this message was not sent.',
  },
);

/** Origins whose messages are no step of a case. */
const APART: readonly Message['origin'][] = ['statement', 'acknowledgement', 'internal'];

/** Lets the user say whether a message with an unknown outcome was sent. */
export function ResolveMessage({ message }: { message: Pick<Message, 'id' | 'origin'> }) {
  const w = useWords(words);
  const [comment, setComment] = useState('');
  const resolve = useChange({
    run: (outcome: 'sent' | 'not_sent') =>
      answerOf(
        api.POST('/v1/messages/{id}/resolve', {
          params: { path: { id: message.id } },
          body: { outcome, comment: comment.trim() },
        }),
      ),
    done: (_, outcome) => (outcome === 'sent' ? w.doneSent : w.doneNotSent),
    showsError: true,
  });
  const isEmpty = comment.trim() === '';
  return (
    <Alert variant="outline" color="gray" title={w.title}>
      <Stack gap="sm">
        <Text>{APART.includes(message.origin) ? w.explainedApart : w.explained}</Text>
        <TextInput
          label={w.comment}
          placeholder={w.placeholder}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          maxLength={4000}
          required
        />
        <ProblemNote error={resolve.error} />
        <Group>
          <Button disabled={isEmpty} loading={resolve.isPending} onClick={() => resolve.mutate('sent')}>
            {w.sent}
          </Button>
          <Button
            variant="default"
            disabled={isEmpty}
            loading={resolve.isPending}
            onClick={() => resolve.mutate('not_sent')}
          >
            {w.notSent}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
