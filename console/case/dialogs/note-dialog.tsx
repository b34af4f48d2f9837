import type { CaseDialogProps } from './case-dialogs.tsx';
import { NoteForm } from './note-form.tsx';

/** A comment on the invoice. */
export function NoteDialog({ invoice: { id, number, customer }, close }: CaseDialogProps) {
  return <NoteForm about={{ name: number, customerId: customer.id, invoiceIds: [id] }} close={close} />;
}
