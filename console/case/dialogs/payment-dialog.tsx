import { claimOf } from '../../payment/claims.ts';
import { PaymentForm } from '../../payment/payment-form.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/**
 * Records a payment, for this invoice first. For a case that is over it goes to the customer's account, except that a
 * written-off invoice still takes it.
 */
export function PaymentDialog({ invoice, close }: CaseDialogProps) {
  const { balance_cents: balanceCents, dunning } = invoice;
  const takes = invoice.closed_at === null || (dunning.status === 'written_off' && balanceCents > 0);
  const first =
    takes && invoice.kind === 'invoice' ? { ...claimOf(invoice), balanceCents, dueOn: invoice.due_on } : null;
  return (
    <PaymentForm
      customer={invoice.customer}
      currencies={[invoice.currency]}
      {...(first ? { first } : {})}
      close={close}
    />
  );
}
