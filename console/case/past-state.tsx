import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Dialog } from '../frame/dialog.tsx';
import { answerOf, api } from '../api/client.ts';
import { LevelBadge } from '../level/level-badge.tsx';
import { holdWord } from '../level/level.ts';
import { StatusBadge } from '../level/status-badge.tsx';
import { Loading } from '../states/loading.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import type { Invoice } from './case-data.ts';
import { signedTotal } from './signed-total.ts';

const words = defineWords(
  {
    title: (when: string) => `État au ${when}`,
    none: { invoice: 'La facture n’existait pas encore.', credit_note: 'L’avoir n’existait pas encore.' },
    balance: (amount: string, total: string) => `Reste dû ${amount} sur ${total}`,
    held: (holds: string) => `Suspendu\u00a0: ${holds}`,
  },
  {
    title: (when: string) => `As it stood on ${when}`,
    none: { invoice: 'The invoice was not there yet.', credit_note: 'The credit note was not there yet.' },
    balance: (amount: string, total: string) => `${amount} of ${total} remaining due`,
    held: (holds: string) => `On hold: ${holds}`,
  },
);

interface PastStateProps {
  invoice: Pick<Invoice, 'id' | 'kind'>;
  at: string;
  close: () => void;
}

/** The state of the case at a past instant. */
export function PastState({ invoice: { id, kind }, at, close }: PastStateProps) {
  const w = useWords(words);
  const { instant, money, language } = useFormats();
  const { data, error } = useQuery({
    queryKey: ['invoices', id, 'history', 'at', at, language],
    refetchInterval: false,
    queryFn: () =>
      answerOf(api.GET('/v1/invoices/{id}/history', { params: { path: { id }, query: { at, limit: 1 } } })),
  });
  const state = data?.state;
  const of = (cents: number) => money(cents, state?.currency);
  return (
    <Dialog onClose={close} title={w.title(instant(at))}>
      <ProblemNote error={error} />
      {!data && !error && <Loading lines={3} />}
      {data && !state && <Text>{w.none[kind]}</Text>}
      {state && (
        <Stack gap="xs">
          <Group gap={8}>
            <LevelBadge level={state.level} />
            <StatusBadge status={state.status} isToPost={state.next?.letter_made_on != null} />
          </Group>
          <Text>{state.sentence}</Text>
          <Text>{w.balance(of(state.balance_cents), of(signedTotal({ ...state, kind })))}</Text>
          {state.holds.length > 0 && (
            <Text>{w.held(state.holds.map(({ kind }) => holdWord(kind, language)).join(', '))}</Text>
          )}
        </Stack>
      )}
    </Dialog>
  );
}
