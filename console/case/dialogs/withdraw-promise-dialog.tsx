import { Text } from '@mantine/core';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { useSession } from '../../frame/session.ts';
import { wallClockOf } from '../../task/local-instant.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useAfterRelease } from './after-release.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Retirer la promesse · ${number}`,
    submit: 'Retirer la promesse',
    done: (number: string) => `Promesse sur ${number} retirée.`,
    was: (amount: string, day: string) => `${amount} promis pour le ${day}.`,
  },
  {
    title: (number: string) => `Withdraw the promise · ${number}`,
    submit: 'Withdraw the promise',
    done: (number: string) => `Promise on ${number} withdrawn.`,
    was: (amount: string, day: string) => `${amount} promised for ${day}.`,
  },
);

/** Where no other day was said, it came on the day on which it was recorded. */
const dayOfRecord = (at: string, timeZone: string): string => wallClockOf(at, timeZone).slice(0, 10);

/** The promise holds no longer; to be undone by recording it again. */
export function WithdrawPromiseDialog({ invoice, hold, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const { timeZone } = useSession();
  const after = useAfterRelease(invoice.id, { hold, outcome: 'withdrawn' });
  const path = { id: invoice.id };
  const recordAgain = useChange({
    run: () =>
      answerOf(
        api.POST('/v1/invoices/{id}/promises', {
          params: { path },
          body: {
            amount_cents: hold?.amount_cents ?? 0,
            promised_on: hold?.until_on ?? '',
            comment: hold?.reason ?? null,
            evidence: hold?.evidence
              ? {
                  kind: hold.evidence.kind,
                  received_on: hold.evidence.received_on ?? dayOfRecord(hold.since_at, timeZone),
                }
              : null,
          },
        }),
      ),
  });
  const withdraw = useChange({
    run: () =>
      answerOf(api.DELETE('/v1/invoices/{id}/promises/{pid}', { params: { path: { ...path, pid: hold?.id ?? '' } } })),
    onDone: () => {
      close();
      offerUndo({ said: w.done(invoice.number), undo: () => recordAgain.mutate(undefined) });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => withdraw.mutate(undefined)}
      isPending={withdraw.isPending}
      error={withdraw.error}
      consequence={after}
    >
      <Text>{w.was(money(hold?.amount_cents ?? 0, invoice.currency), hold?.until_on ? day(hold.until_on) : '')}</Text>
    </CaseForm>
  );
}
