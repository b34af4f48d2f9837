import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import { CallForm } from '../../case/dialogs/call-form.tsx';
import { AboutItems } from './about-items.tsx';

/** Records a call with the customer, about some items or none in particular. */
export function RecordCallDialog({
  customer: { id, name },
  close,
}: {
  customer: Schema<'Customer'>;
  close: () => void;
}) {
  const [invoiceIds, setInvoiceIds] = useState<string[]>([]);
  return (
    <CallForm about={{ name, customerId: id, invoiceIds }} close={close}>
      <AboutItems customerId={id} value={invoiceIds} onChange={setInvoiceIds} />
    </CallForm>
  );
}
