import { Group } from '@mantine/core';
import { LettersTakenBack } from '../../action/letters-taken-back.tsx';
import { answerOf, api } from '../../api/client.ts';
import { faultOf } from '../../api/problem.ts';
import { useChange } from '../../api/use-change.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { StaleNote } from '../../states/stale-note.tsx';
import { useDraft } from '../../states/use-draft.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Invoice } from '../case-data.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseFileFields } from './case-file-fields.tsx';
import { CaseForm } from './case-form.tsx';
import { changedOf, typedOf, type TypedInvoice } from './invoice-change.ts';
import { sayHandedOver } from './handed-over.tsx';

const words = defineWords(
  {
    title: (number: string) => `Modifier la facture ${number}`,
    dueOn: 'Échéance',
    total: 'Montant facturé',
    submit: 'Modifier la facture',
    done: (number: string) => `${number} est modifiée.`,
    plan: 'Le plan des relances suit\u00a0: la prochaine étape est recalculée à partir de la nouvelle échéance.',
    settled: 'La facture est soldée\u00a0: son dossier est clos, définitivement, et plus rien ne part.',
    free: (amount: string) => `${amount} de ce qui en a été payé ou crédité sont de nouveau à affecter.`,
    sum: (rest: string) => `Il restera dû ${rest}\u00a0; la prochaine relance portera sur ce montant.`,
    file: 'Seule la fiche change\u00a0: les relances prévues restent.',
  },
  {
    title: (number: string) => `Change invoice ${number}`,
    dueOn: 'Due date',
    total: 'Amount invoiced',
    submit: 'Change the invoice',
    done: (number: string) => `${number} is changed.`,
    plan: 'The plan follows: the next step is worked out again from the new due date.',
    settled: 'The invoice is settled: its case ends for good, and nothing more is sent.',
    free: (amount: string) => `${amount} of what was paid or credited on it are free to allocate again.`,
    sum: (rest: string) => `${rest} remain due; the next reminder is about that amount.`,
    file: 'Only the card changes: planned reminders stay.',
  },
);

/** Changes the due date, the amount, the case file and the links. */
export function ChangeDialog({ invoice, etag, close }: CaseDialogProps) {
  const w = useWords(words);
  const saved = { value: typedOf(invoice), etag };
  const draft = useDraft(saved);
  const changed = changedOf(draft.base, draft.value);
  const change = useChange({
    run: () =>
      answerOf(
        api.PATCH('/v1/invoices/{id}', {
          params: { path: { id: invoice.id }, header: { 'If-Match': draft.etag } },
          body: changed,
        }),
      ),
    done: () => w.done(invoice.number),
    onDone: ({ handed_over: gone }) => {
      close();
      sayHandedOver(gone);
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => change.mutate(undefined)}
      isPending={change.isPending}
      isIncomplete={Object.keys(changed).length === 0}
      error={change.error}
      stale={draft.isStale && <StaleNote keeps="fields" theirs={draft.reset} mine={() => draft.merge(saved)} />}
      consequence={useWhatChanges(invoice, changed)}
      size="lg"
    >
      <InvoiceFields invoice={invoice} typed={draft.value} set={draft.set} error={change.error} />
      <LettersTakenBack of={{ invoice_id: invoice.id }} isChanging={'due_on' in changed || 'total_cents' in changed} />
    </CaseForm>
  );
}

function useWhatChanges(invoice: Invoice, changed: ReturnType<typeof changedOf>): string | null {
  const w = useWords(words);
  const { money } = useFormats();
  if (Object.keys(changed).length === 0) return null;
  const said = changed.due_on ? [w.plan] : [];
  if (changed.total_cents) {
    const restCents = changed.total_cents - invoice.paid_cents - invoice.credited_cents;
    said.push(restCents > 0 ? w.sum(money(restCents, invoice.currency)) : w.settled);
    if (restCents < 0) said.push(w.free(money(-restCents, invoice.currency)));
  }
  return said.join(' ') || w.file;
}

interface InvoiceFieldsProps {
  invoice: Invoice;
  typed: TypedInvoice;
  set: (part: Partial<TypedInvoice>) => void;
  error: unknown;
}

function InvoiceFields({ invoice, typed, set, error }: InvoiceFieldsProps) {
  const w = useWords(words);
  return (
    <>
      <Group grow align="flex-start">
        <DayInput
          label={w.dueOn}
          value={typed.dueOn}
          onChange={(dueOn) => set({ dueOn })}
          minOn={invoice.issued_on}
          error={faultOf(error, '/due_on')}
          required
          autoFocus
        />
        <AmountInput
          label={w.total}
          cents={typed.totalCents}
          onChange={(totalCents) => set({ totalCents })}
          currency={invoice.currency}
          error={faultOf(error, '/total_cents')}
          required
        />
      </Group>
      <CaseFileFields typed={typed} set={set} error={error} />
    </>
  );
}
