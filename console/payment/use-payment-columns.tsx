import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { Fragment, useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../api/client.ts';
import { type SheetCell, withSheet } from '../table/sheet.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { PaymentDecisions, type PaymentDialog } from './payment-decisions.tsx';
import { whereItWent, whereItWentInSheet, type WentWords } from './where-it-went.ts';

type Payment = Schema<'Payment'>;

const words = defineWords(
  {
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
  },
  {
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
  },
);

/** The cells of the exported file, by the column that shows them. */
const SHEETS: Record<string, SheetCell> = {
  day: { day: 'paid_on' },
  amount: { money: 'amount_cents' },
  method: { text: 'method' },
  reference: { text: 'external_id' },
  free: { money: 'unallocated_cents' },
};

/**
 * The columns of payments and of the decisions about them. `reference`: the customer whose payments are listed, so that
 * other payers are marked; null for a list of all customers.
 */
export function usePaymentColumns<Row extends Payment>(
  reference: string | null,
  open: (dialog: PaymentDialog<Row>) => void,
): ColumnDef<Row>[] {
  const w = useWords(words);
  const { day, money } = useFormats();
  return useMemo((): ColumnDef<Row>[] => {
    const text = (id: string, header: string, width: string, of: (payment: Row) => string): ColumnDef<Row> => ({
      id,
      header,
      meta: { width },
      cell: ({ row: { original } }) => <Text truncate>{of(original)}</Text>,
    });
    const amount = (id: string, header: string, of: (payment: Row) => number | null): ColumnDef<Row> => ({
      id,
      header,
      meta: { width: '112px', align: 'right' },
      cell: ({ row: { original } }) => {
        const cents = of(original);
        return cents !== null && money(cents, original.currency);
      },
    });
    const saying = (currency: string): WentWords => ({
      reversed: w.reversed,
      share: (number, cents) => w.share(number, money(cents, currency)),
      refunded: (cents, on) => w.refunded(money(cents, currency), day(on)),
    });
    const whose = ({ customer_reference: payer }: Row) =>
      reference === null || payer === reference ? [] : [w.ofOther(payer)];
    const columns: ColumnDef<Row>[] = [
      text('day', w.day, '112px', (payment) => day(payment.paid_on)),
      amount('amount', w.amount, ({ amount_cents: cents }) => cents),
      text('method', w.method, 'minmax(90px, 0.5fr)', ({ method }) => method ?? ''),
      text('reference', w.reference, 'minmax(110px, 1fr)', (payment) =>
        [payment.external_id, ...whose(payment)].join(' · '),
      ),
      {
        id: 'where',
        header: w.where,
        meta: {
          width: 'minmax(160px, 2fr)',
          sheet: { text: (cells) => whereItWentInSheet(cells, saying(cells['currency'] ?? '')) },
        },
        cell: ({ row: { original } }) => <WhereItWent payment={original} say={saying(original.currency)} />,
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
    return columns.map((column) => withSheet(column, SHEETS));
  }, [w, day, money, reference, open]);
}

function WhereItWent({ payment, say }: { payment: Payment; say: WentWords }) {
  return (
    <Text truncate>
      {whereItWent(payment, say).map(({ text, invoiceId }, index) => (
        <Fragment key={`${invoiceId} ${index}`}>
          {index > 0 && ', '}
          {invoiceId === null ? (
            text
          ) : (
            <Anchor component={Link} to={`/dossiers/${invoiceId}`} size="sm">
              {text}
            </Anchor>
          )}
        </Fragment>
      ))}
    </Text>
  );
}
