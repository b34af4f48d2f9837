import { useState } from 'react';
import type { Schema } from '../../api/client.ts';
import type { PaymentDialog } from '../../payment/payment-decisions.tsx';
import { PaymentDialogs } from '../../payment/payment-dialogs.tsx';
import { usePayments } from '../../payment/payments.ts';
import { usePaymentColumns } from '../../payment/use-payment-columns.tsx';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    list: 'Règlements de ce client',
    none: 'Aucun règlement',
    noneHint:
      'Chaque règlement reçu de ce client apparaîtra ici, avec les factures qu’il a payées\u00a0; vous pourrez affecter ce qu’il en reste, ou le rejeter.',
  },
  {
    list: 'Payments of this customer',
    none: 'No payment',
    noneHint:
      'Each payment from this customer appears here, with the invoices that it paid; what is left of it can be allocated, or the payment reversed.',
  },
);

/** The customer's payments and where they went, with buttons to allocate what is left or to reverse a payment. */
export function CustomerPayments({ customer }: { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const [dialog, setDialog] = useState<PaymentDialog | null>(null);
  const columns = usePaymentColumns(customer.reference, setDialog);
  const pages = usePayments(customer.id);
  return (
    <>
      <DataTable
        label={w.list}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={<Empty title={w.none} hint={w.noneHint} />}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      {dialog && <PaymentDialogs dialog={dialog} customerId={customer.id} close={() => setDialog(null)} />}
    </>
  );
}
