import { claimOf } from '../../payment/claims.ts';
import { PaymentForm } from '../../payment/payment-form.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Money came: for this invoice first. Of a case that is over, for the customer, but what was written off takes it still. */
export function PaymentDialog({ invoice, close }: CaseDialogProps) {
  const { balance_cents: balanceCents, dunning } = invoice;
  const takes = invoice.closed_at === null || (dunning.status === 'written_off' && balanceCents > 0);
  const first = takes && invoice.kind === 'invoice' ? { ...claimOf(invoice), balanceCents } : null;
  return (
    <PaymentForm
      customer={invoice.customer}
      currencies={[invoice.currency]}
      {...(first ? { first } : {})}
      close={close}
    />
  );
}
