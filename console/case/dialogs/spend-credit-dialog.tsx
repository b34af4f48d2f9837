import { AllocateDialog } from '../../payment/allocate-dialog.tsx';
import { freeOfCreditNote } from '../../payment/free-money.ts';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Sets what is left of this credit note against the customer's invoices. */
export function SpendCreditDialog({ invoice, close }: CaseDialogProps) {
  return <AllocateDialog money={freeOfCreditNote(invoice)} customerId={invoice.customer.id} close={close} />;
}
