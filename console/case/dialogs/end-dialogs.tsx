import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { useFormats } from '../../words/formats.ts';
import { ReasonInput } from '../../fields/reason-input.tsx';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { sayHandedOver } from './handed-over.tsx';

const words = defineWords(
  {
    reason: 'Motif',
    cancel: {
      title: (number: string) => `Annuler la facture ${number}`,
      submit: 'Annuler la facture',
      done: (number: string) => `La facture ${number} est annulée.`,
      change: (amount: string) =>
        `${amount} ne sont plus dus. Le dossier est clos, définitivement, et plus rien ne part. Ce qui en a été payé est de nouveau à affecter\u00a0; un avoir fait pour elle s’éteint avec elle.`,
    },
    cancelCredit: {
      title: (number: string) => `Annuler l’avoir ${number}`,
      submit: 'Annuler l’avoir',
      done: (number: string) => `L’avoir ${number} est annulé.`,
      change: (amount: string) => `${amount} ne sont plus au crédit du client. L’avoir est clos, définitivement.`,
    },
    writeOff: {
      title: (number: string) => `Passer ${number} en perte`,
      submit: 'Passer en perte',
      done: (number: string) => `${number} est passée en perte.`,
      change: (amount: string) =>
        `${amount} sont passés en perte. Le dossier est clos, définitivement, et plus rien ne part.`,
    },
  },
  {
    reason: 'Reason',
    cancel: {
      title: (number: string) => `Cancel invoice ${number}`,
      submit: 'Cancel the invoice',
      done: (number: string) => `Invoice ${number} is cancelled.`,
      change: (amount: string) =>
        `${amount} are no longer due. The case ends for good, and nothing more is sent. What was paid of it is free to allocate again; a credit note made for it goes down with it.`,
    },
    cancelCredit: {
      title: (number: string) => `Cancel credit note ${number}`,
      submit: 'Cancel the credit note',
      done: (number: string) => `Credit note ${number} is cancelled.`,
      change: (amount: string) => `${amount} are no longer to the customer’s credit. The credit note ends for good.`,
    },
    writeOff: {
      title: (number: string) => `Write ${number} off`,
      submit: 'Write off',
      done: (number: string) => `${number} is written off.`,
      change: (amount: string) => `${amount} are written off. The case ends for good, and nothing more is sent.`,
    },
  },
);

export const CancelDialog = (props: CaseDialogProps) => (
  <EndDialog {...props} how={props.invoice.kind === 'credit_note' ? 'cancelCredit' : 'cancel'} />
);
export const WriteOffDialog = (props: CaseDialogProps) => <EndDialog {...props} how="writeOff" />;

/** Ends the case, with a reason. */
function EndDialog({ invoice, close, how }: CaseDialogProps & { how: 'cancel' | 'cancelCredit' | 'writeOff' }) {
  const w = useWords(words);
  const { money } = useFormats();
  const [reason, setReason] = useState('');
  const end = useChange({
    run: () => {
      const body = { reason: reason.trim() };
      const path = { id: invoice.id };
      return sendOnce([how, invoice.id, body], (header) =>
        how === 'writeOff'
          ? answerOf(api.POST('/v1/invoices/{id}/write-off', { params: { path, header }, body }))
          : answerOf(api.POST('/v1/invoices/{id}/cancel', { params: { path, header }, body })),
      );
    },
    done: () => w[how].done(invoice.number),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w[how].title(invoice.number)}
      close={close}
      submit={w[how].submit}
      onSubmit={() => end.mutate(undefined)}
      isPending={end.isPending}
      isIncomplete={reason.trim() === ''}
      error={end.error}
      consequence={w[how].change(money(Math.abs(invoice.balance_cents), invoice.currency))}
    >
      <ReasonInput label={w.reason} value={reason} onChange={setReason} isFirst />
    </CaseForm>
  );
}
