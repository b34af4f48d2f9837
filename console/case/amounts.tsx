import { Text } from '@mantine/core';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';
import { daysLateOf, invoiceItem } from './ended.ts';
import { signedTotal } from './signed-total.ts';
import classes from './case.module.css';

const words = defineWords(
  {
    amounts: 'Montants',
    total: 'Facturé',
    credit: 'Avoir',
    paid: 'Réglé',
    credited: 'Avoirs',
    balance: 'Reste dû',
    paid_in_full: 'Reste laissé au client',
    cancelled: 'Annulé',
    written_off: 'Passé en perte',
    issued: 'Facture du',
    due: 'Échéance',
  },
  {
    amounts: 'Amounts',
    total: 'Invoiced',
    credit: 'Credit note',
    paid: 'Paid',
    credited: 'Credit notes',
    balance: 'Remaining due',
    paid_in_full: 'Let off',
    cancelled: 'Cancelled',
    written_off: 'Written off',
    issued: 'Issued on',
    due: 'Due date',
  },
);

/** The name for the remaining amount: nothing is due on a case that is over, even when it was not paid. */
function restOf({ balance_cents, dunning: { status } }: Invoice) {
  if (status === 'cancelled' || status === 'written_off') return status;
  return status === 'paid' && balance_cents > 0 ? 'paid_in_full' : 'balance';
}

/** What is owed, and since when. */
export function Amounts({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { money, day, lateness, fromToday } = useFormats();
  const of = (cents: number) => money(cents, invoice.currency);
  const late = lateness(daysLateOf(invoiceItem(invoice)));
  const beside = invoice.due_on ? (late ?? fromToday(invoice.due_on)) : '';
  return (
    <Block title={w.amounts}>
      <dl className={classes.amounts}>
        <dt>{invoice.kind === 'credit_note' ? w.credit : w.total}</dt>
        <dd>{of(signedTotal(invoice))}</dd>
        <dt>{w.paid}</dt>
        <dd>{of(invoice.paid_cents)}</dd>
        <dt>{w.credited}</dt>
        <dd>{of(invoice.credited_cents)}</dd>
        <dt>{w[restOf(invoice)]}</dt>
        <dd className={classes.rest} data-testid="balance">
          {of(invoice.balance_cents)}
        </dd>
        <dt>{w.issued}</dt>
        <dd>{day(invoice.issued_on)}</dd>
        {invoice.due_on && (
          <>
            <dt>{w.due}</dt>
            <dd>
              {day(invoice.due_on)} ({beside})
              {invoice.due_on_warning && (
                <Text size="xs" c="var(--mantine-color-error)" data-testid="due-on-warning">
                  {invoice.due_on_warning.sentence}
                </Text>
              )}
            </dd>
          </>
        )}
      </dl>
    </Block>
  );
}
