import { freeOfCreditNote } from '../../payment/free-money.ts';
import { RefundDialog } from '../../payment/refund-dialog.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** What is left of this credit note, paid back to the customer. */
export function RefundCreditDialog({ invoice, close }: CaseDialogProps) {
  return <RefundDialog money={freeOfCreditNote(invoice)} close={close} />;
}
