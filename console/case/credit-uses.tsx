import { Anchor, Button, Group } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { standing } from '../payment/standing-refunds.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';
import classes from './case.module.css';

const words = defineWords(
  {
    uses: 'Emploi de l’avoir',
    takeOff: 'Retirer…',
    cancelRefund: 'Annuler le remboursement…',
    refunded: (on: string) => `remboursé le ${on}`,
  },
  {
    uses: 'Where the credit note went',
    takeOff: 'Take off…',
    cancelRefund: 'Cancel the refund…',
    refunded: (on: string) => `paid back on ${on}`,
  },
);

interface CreditUsesProps {
  invoice: Invoice;
  open: (name: 'takeCreditOff' | 'cancelRefund') => void;
}

/**
 * Where a credit note went: to invoices, or back to the customer. Renders nothing for an invoice, or while nothing of
 * the credit note is spent.
 */
export function CreditUses({ invoice, open }: CreditUsesProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const { allocations = [], refunds = [] } = invoice;
  const paidBack = standing(refunds);
  if (allocations.length + paidBack.length === 0) return null;
  return (
    <Block title={w.uses}>
      <dl className={classes.amounts}>
        {allocations.map(({ invoice_id: id, invoice_number: number, amount_cents: cents }) => (
          <Fragment key={id}>
            <dt>
              <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
                {number}
              </Anchor>
            </dt>
            <dd>{money(cents, invoice.currency)}</dd>
          </Fragment>
        ))}
        {paidBack.map(({ id, amount_cents: cents, paid_on: on }) => (
          <Fragment key={id}>
            <dt>{w.refunded(day(on))}</dt>
            <dd>{money(cents, invoice.currency)}</dd>
          </Fragment>
        ))}
      </dl>
      <Group gap={6} mt={6}>
        {allocations.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => open('takeCreditOff')}>
            {w.takeOff}
          </Button>
        )}
        {paidBack.length > 0 && (
          <Button size="compact-xs" variant="default" onClick={() => open('cancelRefund')}>
            {w.cancelRefund}
          </Button>
        )}
      </Group>
    </Block>
  );
}
