import { CallForm } from './call-form.tsx';
import type { CaseDialogProps } from './case-dialogs.tsx';

/** Records a call about the invoice. */
export function CallDialog({ invoice: { id, number, customer }, close }: CaseDialogProps) {
  return <CallForm about={{ name: number, customerId: customer.id, invoiceIds: [id] }} close={close} />;
}
