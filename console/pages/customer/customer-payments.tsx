import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { Fragment, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { AllocateDialog } from '../../payment/allocate-dialog.tsx';
import { CancelRefundDialog } from '../../payment/cancel-refund-dialog.tsx';
import { freeOfPayment } from '../../payment/free-money.ts';
import { usePayments } from '../../payment/payments.ts';
import { RefundDialog } from '../../payment/refund-dialog.tsx';
import { ReversePaymentDialog } from '../../payment/reverse-payment-dialog.tsx';
import { TakeBackDialog } from '../../payment/take-back-dialog.tsx';
import { standing } from '../../payment/standing-refunds.ts';
import { Empty } from '../../states/empty.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { type PaymentDialog, PaymentDecisions } from './payment-decisions.tsx';

type Payment = Schema<'Payment'>;

const words = defineWords(
  {
    list: 'Règlements de ce client',
    day: 'Reçu le',
    amount: 'Montant',
    method: 'Moyen',
    reference: 'Référence',
    where: 'Affecté à',
    free: 'Non affecté',
    todo: 'Actions',
    reversed: (reason: string) => `rejeté\u00a0: ${reason}`,
    share: (number: string, amount: string) => `${number} (${amount})`,
    refunded: (amount: string, day: string) => `remboursé\u00a0: ${amount} le ${day}`,
    ofOther: (reference: string) => `payé par ${reference}`,
    none: 'Aucun règlement',
    noneHint:
      'Chaque règlement reçu de ce client apparaîtra ici, avec les factures qu’il a payées\u00a0; vous pourrez affecter ce qu’il en reste, ou le rejeter.',
  },
  {
    list: 'Payments of this customer',
    day: 'Received on',
    amount: 'Amount',
    method: 'Means',
    reference: 'Reference',
    where: 'Allocated to',
    free: 'Not allocated',
    todo: 'Actions',
    reversed: (reason: string) => `reversed: ${reason}`,
    share: (number: string, amount: string) => `${number} (${amount})`,
    refunded: (amount: string, day: string) => `paid back: ${amount} on ${day}`,
    ofOther: (reference: string) => `paid by ${reference}`,
    none: 'No payment',
    noneHint:
      'Each payment from this customer appears here, with the invoices that it paid; what is left of it can be allocated, or the payment reversed.',
  },
);

/** What the customer paid and where it went: set what is left against invoices, or take a payment back. */
export function CustomerPayments({ customer }: { customer: Schema<'Customer'> }) {
  const w = useWords(words);
  const [dialog, setDialog] = useState<PaymentDialog | null>(null);
  const columns = useColumns(customer.reference, setDialog);
  const pages = usePayments(customer.id);
  const close = () => setDialog(null);
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
      {dialog?.kind === 'allocate' && (
        <AllocateDialog money={freeOfPayment(dialog.payment)} customerId={customer.id} close={close} />
      )}
      {dialog?.kind === 'takeBack' && (
        <TakeBackDialog
          money={freeOfPayment(dialog.payment)}
          currency={dialog.payment.currency}
          uses={dialog.payment.allocations}
          close={close}
        />
      )}
      {dialog?.kind === 'cancelRefund' && (
        <CancelRefundDialog
          refunds={standing(dialog.payment.refunds)}
          currency={dialog.payment.currency}
          close={close}
        />
      )}
      {dialog?.kind === 'refund' && <RefundDialog money={freeOfPayment(dialog.payment)} close={close} />}
      {dialog?.kind === 'reverse' && <ReversePaymentDialog externalId={dialog.payment.external_id} close={close} />}
    </>
  );
}

function useColumns(reference: string, open: (dialog: PaymentDialog) => void) {
  const w = useWords(words);
  const { day, money } = useFormats();
  return useMemo((): ColumnDef<Payment>[] => {
    const text = (id: string, header: string, width: string, of: (payment: Payment) => string) => ({
      id,
      header,
      meta: { width },
      cell: ({ row: { original } }: { row: { original: Payment } }) => <Text truncate>{of(original)}</Text>,
    });
    const amount = (id: string, header: string, of: (payment: Payment) => number | null): ColumnDef<Payment> => ({
      id,
      header,
      meta: { width: '112px', align: 'right' },
      cell: ({ row: { original } }) => {
        const cents = of(original);
        return cents !== null && money(cents, original.currency);
      },
    });
    const whose = (payment: Payment) =>
      payment.customer_reference === reference ? [] : [w.ofOther(payment.customer_reference)];
    return [
      text('day', w.day, '112px', (payment) => day(payment.paid_on)),
      amount('amount', w.amount, ({ amount_cents: cents }) => cents),
      text('method', w.method, 'minmax(90px, 0.5fr)', ({ method }) => method ?? ''),
      text('reference', w.reference, 'minmax(110px, 1fr)', (payment) =>
        [payment.external_id, ...whose(payment)].join(' · '),
      ),
      {
        id: 'where',
        header: w.where,
        meta: { width: 'minmax(160px, 2fr)' },
        cell: ({ row: { original } }) => <WhereItWent payment={original} />,
      },
      amount('free', w.free, ({ unallocated_cents: cents }) => cents || null),
      {
        id: 'todo',
        header: w.todo,
        meta: { width: '208px', align: 'right' },
        cell: ({ row: { original } }) => (
          <PaymentDecisions payment={original} isHis={whose(original).length === 0} open={open} />
        ),
      },
    ];
  }, [w, day, money, reference, open]);
}

function WhereItWent({ payment }: { payment: Payment }) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const { reversal, allocations, refunds, currency } = payment;
  const paidBack = standing(refunds);
  if (reversal) return <Text truncate>{w.reversed(reversal.reason)}</Text>;
  return (
    <Text truncate>
      {allocations.map(({ invoice_id: id, invoice_number: number, amount_cents: cents }, index) => (
        <Fragment key={`${id} ${index}`}>
          {index > 0 && ', '}
          <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
            {w.share(number, money(cents, currency))}
          </Anchor>
        </Fragment>
      ))}
      {paidBack.map(({ id, amount_cents: cents, paid_on: on }, index) => (
        <Fragment key={id}>
          {(index > 0 || allocations.length > 0) && ', '}
          {w.refunded(money(cents, currency), day(on))}
        </Fragment>
      ))}
    </Text>
  );
}
