import { Anchor, Button } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';
import classes from './case.module.css';

const words = defineWords(
  { uses: 'Imputé sur', takeBack: 'Retirer…', refunded: (on: string) => `remboursé le ${on}` },
  { uses: 'Set off against', takeBack: 'Take off…', refunded: (on: string) => `paid back on ${on}` },
);

interface CreditUsesProps {
  invoice: Invoice;
  takeBack: () => void;
}

/** Where a credit note went; nothing for an invoice, or while nothing of it is spent. */
export function CreditUses({ invoice, takeBack }: CreditUsesProps) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const { allocations = [], refunds = [] } = invoice;
  const paidBack = refunds.filter(({ cancelled }) => cancelled === null);
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
      {allocations.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={takeBack} mt={6}>
          {w.takeBack}
        </Button>
      )}
    </Block>
  );
}
