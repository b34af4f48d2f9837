import { Text } from '@mantine/core';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { offerUndo } from '../../frame/undo.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useAfterRelease } from './after-release.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { sayHandedOver } from './handed-over.tsx';

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

/** Withdraws the promise. The undo restores it as it was made, with the money already received for it. */
export function WithdrawPromiseDialog({ invoice, hold, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const after = useAfterRelease(invoice.id, { hold, outcome: 'withdrawn' });
  const params = { path: { id: invoice.id, pid: hold?.id ?? '' } };
  const reopen = useChange({
    run: () => answerOf(api.POST('/v1/invoices/{id}/promises/{pid}/reopen', { params })),
    onDone: ({ handed_over: gone }) => sayHandedOver(gone),
  });
  const withdraw = useChange({
    run: () => answerOf(api.DELETE('/v1/invoices/{id}/promises/{pid}', { params })),
    onDone: () => {
      close();
      offerUndo({ said: w.done(invoice.number), undo: () => reopen.mutate(undefined) });
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
