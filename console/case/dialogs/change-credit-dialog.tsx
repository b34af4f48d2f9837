import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { type Saved, useDraft } from '../../states/use-draft.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';

const words = defineWords(
  {
    title: (number: string) => `Modifier l’avoir ${number}`,
    amount: 'Montant de l’avoir',
    submit: 'Modifier l’avoir',
    done: (number: string) => `L’avoir ${number} est modifié.`,
    change: (amount: string) => `${amount} seront au crédit du client, à imputer.`,
  },
  {
    title: (number: string) => `Change credit note ${number}`,
    amount: 'Amount of the credit note',
    submit: 'Change the credit note',
    done: (number: string) => `Credit note ${number} is changed.`,
    change: (amount: string) => `${amount} will be to the customer’s credit, to be set off.`,
  },
);

/** Corrects the amount of a credit note, while nothing of it is spent. */
export function ChangeCreditDialog({ invoice, etag, close }: CaseDialogProps) {
  const w = useWords(words);
  const { money } = useFormats();
  const saved: Saved<{ cents: number | null }> = { value: { cents: invoice.total_cents }, etag };
  const draft = useDraft(saved);
  const { cents } = draft.value;
  const change = useChange({
    run: () =>
      answerOf(
        api.PATCH('/v1/invoices/{id}', {
          params: { path: { id: invoice.id }, header: { 'If-Match': draft.etag } },
          body: { total_cents: cents ?? 0 },
        }),
      ),
    done: () => w.done(invoice.number),
    onDoneHere: close,
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => change.mutate(undefined)}
      isPending={change.isPending}
      isIncomplete={!cents || !draft.isDirty}
      error={change.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
      consequence={cents ? w.change(money(cents, invoice.currency)) : undefined}
    >
      <AmountInput
        label={w.amount}
        cents={cents}
        onChange={(typed) => draft.set({ cents: typed })}
        currency={invoice.currency}
        error={faultOf(change.error, '/total_cents')}
        required
      />
    </CaseForm>
  );
}
