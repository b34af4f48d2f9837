import { CancelRefundDialog } from '../../payment/cancel-refund-dialog.tsx';
import { standing } from '../../payment/standing-refunds.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** What was paid back of this credit note, and was not after all. */
export function CancelRefundOfCreditDialog({ invoice, close }: CaseDialogProps) {
  return <CancelRefundDialog refunds={standing(invoice.refunds ?? [])} currency={invoice.currency} close={close} />;
}
