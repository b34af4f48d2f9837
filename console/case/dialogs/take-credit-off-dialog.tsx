import { freeOfCreditNote } from '../../payment/free-money.ts';
import { TakeOffDialog } from '../../payment/take-off-dialog.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Takes a credit note off an invoice that it was set against. */
export function TakeCreditOffDialog({ invoice, close }: CaseDialogProps) {
  const uses = invoice.allocations ?? [];
  return <TakeOffDialog money={freeOfCreditNote(invoice)} currency={invoice.currency} uses={uses} close={close} />;
}
