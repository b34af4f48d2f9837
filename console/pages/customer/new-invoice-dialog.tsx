import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { CaseFileFields } from '../../case/dialogs/case-file-fields.tsx';
import { CaseForm } from '../../case/dialogs/case-form.tsx';
import { sayHandedOver } from '../../case/dialogs/handed-over.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { blankInvoice, bodyOf, isComplete, type NewInvoice } from './new-invoice.ts';
import { NewInvoiceFields } from './new-invoice-fields.tsx';

const words = defineWords(
  {
    title: (customer: string) => `Nouvelle facture · ${customer}`,
    kind: 'Type de pièce',
    invoice: 'Facture',
    credit_note: 'Avoir',
    createInvoice: 'Créer la facture',
    createCredit: 'Créer l’avoir',
    done: (number: string) => `${number} est créée.`,
    doneCredit: (number: string) => `L’avoir ${number} est créé.`,
    late: 'Elle est déjà échue\u00a0: sa première relance vient au premier jour ouvré possible, selon son scénario.',
    waits: (day: string) =>
      `Échéance le ${day}\u00a0: ses relances viennent selon son scénario, plus tôt que ce jour seulement si une étape le prévoit.`,
    paused: 'Client en pause\u00a0: rien ne part tant qu’elle dure.',
    reached: (level: number, day: string) =>
      `Elle est tenue pour relancée jusqu’à R${level}, le ${day}\u00a0: la suite du scénario se compte depuis ce jour.`,
    free: 'L’avoir baisse le solde du client\u00a0; il reste à imputer sur une facture.',
    applied: (number: string) => `L’avoir est imputé sur ${number}\u00a0; si elle est soldée, ses relances s’arrêtent.`,
  },
  {
    title: (customer: string) => `New invoice · ${customer}`,
    kind: 'Kind of item',
    invoice: 'Invoice',
    credit_note: 'Credit note',
    createInvoice: 'Create the invoice',
    createCredit: 'Create the credit note',
    done: (number: string) => `${number} is created.`,
    doneCredit: (number: string) => `Credit note ${number} is created.`,
    late: 'It is due already: its first reminder comes on the first possible working day, by its scenario.',
    waits: (day: string) =>
      `Due on ${day}: its reminders come by its scenario, before that day only where a step is meant to.`,
    paused: 'Customer paused: nothing leaves while it lasts.',
    reached: (level: number, day: string) =>
      `It counts as reminded up to R${level}, on ${day}: the scenario goes on from that day.`,
    free: 'The credit note lowers the customer’s balance; it is still to be set against an invoice.',
    applied: (number: string) => `The credit note is set against ${number}; if that pays it, its reminders stop.`,
  },
);

/** Creates one invoice or credit note by hand, and then opens it beside the account. */
export function NewInvoiceDialog({ customer, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const { set: setAddress } = useAddress();
  const [typed, setTyped] = useState(() => blankInvoice(todayOn, customer.currency));
  const set = (part: Partial<NewInvoice>) => setTyped((was) => ({ ...was, ...part }));
  const isInvoice = typed.kind === 'invoice';
  const create = useChange({
    run: () => answerOf(api.POST('/v1/invoices', { body: bodyOf(typed, customer.reference) })),
    done: ({ number, kind }) => (kind === 'invoice' ? w.done(number) : w.doneCredit(number)),
    onDone: ({ handed_over: gone }) => sayHandedOver(gone),
    onDoneHere: ({ id }) => {
      close();
      setAddress({ tab: null, piece: id });
    },
    showsError: true,
  });
  return (
    <CaseForm
      title={w.title(customer.name)}
      close={close}
      submit={isInvoice ? w.createInvoice : w.createCredit}
      onSubmit={() => create.mutate(undefined)}
      isPending={create.isPending}
      isIncomplete={!isComplete(typed)}
      error={create.error}
      consequence={useWhatFollows(typed, customer.hold !== null)}
      size="lg"
    >
      <SegmentedControl
        aria-label={w.kind}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        data={(['invoice', 'credit_note'] as const).map((value) => ({ value, label: w[value] }))}
      />
      <NewInvoiceFields typed={typed} set={set} error={create.error} />
      <CaseFileFields typed={typed} set={set} error={create.error} />
    </CaseForm>
  );
}

function useWhatFollows({ kind, dueOn, level, levelOn, appliesTo }: NewInvoice, isPaused: boolean): string | null {
  const w = useWords(words);
  const { day, todayOn } = useFormats();
  if (kind === 'credit_note') return appliesTo.trim() ? w.applied(appliesTo.trim()) : w.free;
  if (!dueOn) return null;
  if (level > 0 && levelOn) return [w.reached(level, day(levelOn)), ...(isPaused ? [w.paused] : [])].join(' ');
  if (isPaused) return w.paused;
  return dueOn < todayOn ? w.late : w.waits(day(dueOn));
}
