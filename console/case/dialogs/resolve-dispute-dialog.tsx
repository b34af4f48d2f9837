import { Checkbox, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { useChange } from '../../api/use-change.ts';
import { sendOnce } from '../../api/send-once.ts';
import { AmountInput } from '../../fields/amount-input.tsx';
import { DayInput } from '../../fields/day-input.tsx';
import { useFormats } from '../../words/formats.ts';
import { afterCredit } from '../../payment/claims.ts';
import { useMoneyWords } from '../../payment/use-money-words.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { useAfterRelease } from './after-release.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';
import { CaseForm } from './case-form.tsx';
import { sayHandedOver } from './handed-over.tsx';

const words = defineWords(
  {
    title: (number: string) => `Clore le litige · ${number}`,
    outcome: 'Issue',
    rejected: 'Rejeté',
    upheld: 'Fondé',
    withdrawn: 'Retiré par le client',
    credit: 'Enregistrer l’avoir maintenant',
    creditNumber: 'Numéro de l’avoir',
    creditAmount: 'Montant de l’avoir',
    creditDay: 'Émis le',
    comment: 'Commentaire (facultatif)',
    submit: 'Clore le litige',
    done: (number: string) => `Litige sur ${number} clos.`,
    awaiting: 'La facture reste suspendue jusqu’à ce que l’avoir arrive\u00a0; rien ne part d’ici là.',
  },
  {
    title: (number: string) => `Close the dispute · ${number}`,
    outcome: 'Outcome',
    rejected: 'Rejected',
    upheld: 'Upheld',
    withdrawn: 'Withdrawn by the customer',
    credit: 'Record the credit note now',
    creditNumber: 'Number of the credit note',
    creditAmount: 'Amount of the credit note',
    creditDay: 'Issued on',
    comment: 'Comment (optional)',
    submit: 'Close the dispute',
    done: (number: string) => `Dispute on ${number} closed.`,
    awaiting: 'The invoice stays on hold until the credit note comes; nothing is sent before.',
  },
);

type Outcome = 'rejected' | 'upheld' | 'withdrawn';

/** Resolves a dispute: upheld with or without a credit note, rejected, or dropped. */
export function ResolveDisputeDialog({ invoice, hold, close }: CaseDialogProps) {
  const w = useWords(words);
  const { todayOn } = useFormats();
  const [outcome, setOutcome] = useState<Outcome>(hold?.awaiting_credit ? 'withdrawn' : 'rejected');
  const [hasCredit, setHasCredit] = useState(false);
  const [number, setNumber] = useState('');
  const [cents, setCents] = useState<number | null>(hold?.disputed_cents ?? invoice.balance_cents);
  const [issuedOn, setIssuedOn] = useState<string | null>(todayOn);
  const [comment, setComment] = useState('');
  const released = useAfterRelease(invoice.id, { hold, outcome: outcome === 'rejected' ? 'rejected' : 'withdrawn' });
  const { after } = useMoneyWords(invoice.currency);
  const isCredited = outcome === 'upheld' && hasCredit;
  const credit = {
    ...{ external_id: number.trim(), number: number.trim() },
    ...{ amount_cents: cents ?? 0, issued_on: issuedOn ?? todayOn },
  };
  const end = useEndDispute({ id: invoice.id, did: hold?.id ?? '' }, (gone) => {
    close();
    sayHandedOver(gone);
  });
  const restCents = invoice.balance_cents - (cents ?? 0);
  const change = isCredited
    ? after(afterCredit(invoice, hold), restCents)
    : outcome === 'upheld'
      ? w.awaiting
      : released;
  return (
    <CaseForm
      title={w.title(invoice.number)}
      close={close}
      submit={w.submit}
      onSubmit={() => {
        const said = comment.trim() || null;
        end.mutate({ outcome, comment: said, credit: isCredited ? credit : null, done: w.done(invoice.number) });
      }}
      isPending={end.isPending}
      isIncomplete={isCredited && (number.trim() === '' || !cents || !issuedOn)}
      error={end.error}
      consequence={change}
    >
      <Stack gap={4}>
        <Text fw={500}>{w.outcome}</Text>
        <SegmentedControl
          aria-label={w.outcome}
          value={outcome}
          onChange={(value) => setOutcome(value)}
          data={(hold?.awaiting_credit ? (['withdrawn'] as const) : (['rejected', 'upheld', 'withdrawn'] as const)).map(
            (value) => ({ value, label: w[value] }),
          )}
        />
      </Stack>
      {outcome === 'upheld' && (
        <Checkbox
          label={w.credit}
          checked={hasCredit}
          onChange={(event) => setHasCredit(event.currentTarget.checked)}
        />
      )}
      {isCredited && (
        <>
          <TextInput
            label={w.creditNumber}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            maxLength={100}
            required
          />
          <AmountInput label={w.creditAmount} cents={cents} onChange={setCents} currency={invoice.currency} required />
          <DayInput label={w.creditDay} value={issuedOn} onChange={setIssuedOn} required />
        </>
      )}
      {outcome !== 'withdrawn' && (
        <Textarea
          label={w.comment}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          autosize
          minRows={2}
          maxLength={4000}
          data-autofocus
        />
      )}
    </CaseForm>
  );
}

interface Ended {
  outcome: Outcome;
  comment: string | null;
  credit: { external_id: string; number: string; amount_cents: number; issued_on: string } | null;
  done: string;
}

function useEndDispute(
  path: { id: string; did: string },
  onDone: (gone: { message_id: string; invoice_number: string }[]) => void,
) {
  return useChange({
    run: async ({ outcome, comment, credit }: Ended) => {
      if (outcome === 'withdrawn') {
        await api.DELETE('/v1/invoices/{id}/disputes/{did}', { params: { path } });
        return [];
      }
      const body = { outcome, comment, credit };
      const resolved = await sendOnce(['resolve', path, body], (header) =>
        answerOf(api.POST('/v1/invoices/{id}/disputes/{did}/resolve', { params: { path, header }, body })),
      );
      return resolved.handed_over;
    },
    done: (_, { done }) => done,
    onDone,
    showsError: true,
  });
}
