import { freeOfCreditNote } from '../../payment/free-money.ts';
import { TakeBackDialog } from '../../payment/take-back-dialog.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Takes a credit note off an invoice that it was set against. */
export function TakeCreditBackDialog({ invoice, close }: CaseDialogProps) {
  const uses = invoice.allocations ?? [];
  return <TakeBackDialog money={freeOfCreditNote(invoice)} currency={invoice.currency} uses={uses} close={close} />;
}
