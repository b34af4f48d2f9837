import { Text } from '@mantine/core';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';
import classes from './case.module.css';

const words = defineWords(
  {
    amounts: 'Montants',
    total: 'Facturé',
    paid: 'Réglé',
    credited: 'Avoirs',
    balance: 'Reste dû',
    issued: 'Facture du',
    due: 'Échéance',
  },
  {
    amounts: 'Amounts',
    total: 'Invoiced',
    paid: 'Paid',
    credited: 'Credit notes',
    balance: 'Remaining due',
    issued: 'Issued on',
    due: 'Due date',
  },
);

/** What is owed, and since when. */
export function Amounts({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { money, day, lateness, fromToday } = useFormats();
  const of = (cents: number) => money(cents, invoice.currency);
  // Nobody is late with a credit note.
  const late = invoice.kind === 'invoice' ? lateness(invoice.days_late) : null;
  const beside = invoice.due_on ? (late ?? fromToday(invoice.due_on)) : '';
  return (
    <Block title={w.amounts}>
      <dl className={classes.amounts}>
        <dt>{w.total}</dt>
        <dd>{of(invoice.total_cents)}</dd>
        <dt>{w.paid}</dt>
        <dd>{of(invoice.paid_cents)}</dd>
        <dt>{w.credited}</dt>
        <dd>{of(invoice.credited_cents)}</dd>
        <dt>{w.balance}</dt>
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
