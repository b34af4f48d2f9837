import { AllocateDialog } from './allocate-dialog.tsx';
import { CancelRefundDialog } from './cancel-refund-dialog.tsx';
import { freeOfPayment } from './free-money.ts';
import type { PaymentDialog } from './payment-decisions.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { ReversePaymentDialog } from './reverse-payment-dialog.tsx';
import { standing } from './standing-refunds.ts';
import { TakeOffDialog } from './take-off-dialog.tsx';

interface PaymentDialogsProps {
  dialog: PaymentDialog;
  /** The customer whose invoices the money is set against. */
  customerId: string;
  close: () => void;
}

/** The dialog of a decision about a payment. */
export function PaymentDialogs({ dialog: { kind, payment }, customerId, close }: PaymentDialogsProps) {
  const { currency } = payment;
  const money = freeOfPayment(payment);
  if (kind === 'allocate') return <AllocateDialog money={money} customerId={customerId} close={close} />;
  if (kind === 'takeOff')
    return <TakeOffDialog money={money} currency={currency} uses={payment.allocations} close={close} />;
  if (kind === 'cancelRefund')
    return <CancelRefundDialog refunds={standing(payment.refunds)} currency={currency} close={close} />;
  if (kind === 'refund') return <RefundDialog money={money} close={close} />;
  return <ReversePaymentDialog externalId={payment.external_id} close={close} />;
}
