import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { NoteForm } from '../../case/dialogs/note-form.tsx';
import { AboutItems } from './about-items.tsx';

/** Adds a comment on the customer or on some of the items. */
export function AddNoteDialog({ customer: { id, name }, close }: { customer: Schema<'Customer'>; close: () => void }) {
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  return (
    <NoteForm about={{ name, customerId: id, invoiceIds }} close={close}>
      <AboutItems customerId={id} value={invoiceIds} onChange={setInvoiceIds} />
    </NoteForm>
  );
}
