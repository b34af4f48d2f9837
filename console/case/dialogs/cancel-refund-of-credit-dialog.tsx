import { CancelRefundDialog } from '../../payment/cancel-refund-dialog.tsx';
import { standing } from '../../payment/standing-refunds.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Cancels a refund of this credit note that did not take place. */
export function CancelRefundOfCreditDialog({ invoice, close }: CaseDialogProps) {
  return <CancelRefundDialog refunds={standing(invoice.refunds ?? [])} currency={invoice.currency} close={close} />;
}
