import { freeOfCreditNote } from '../../payment/free-money.ts';
import { RefundDialog } from '../../payment/refund-dialog.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Records that what is left of this credit note was paid back to the customer. */
export function RefundCreditDialog({ invoice, close }: CaseDialogProps) {
  return <RefundDialog money={freeOfCreditNote(invoice)} close={close} />;
}
