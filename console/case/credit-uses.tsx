import { Anchor, Button } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import type { Invoice } from './case-data.ts';
import classes from './case.module.css';

const words = defineWords(
  { uses: 'Imputé sur', takeBack: 'Retirer…' },
  { uses: 'Set off against', takeBack: 'Take off…' },
);

interface CreditUsesProps {
  invoice: Invoice;
  takeBack: () => void;
}

/** Where a credit note went; nothing for an invoice, or while nothing of it is spent. */
export function CreditUses({ invoice, takeBack }: CreditUsesProps) {
  const w = useWords(words);
  const { money } = useFormats();
  if (!invoice.allocations?.length) return null;
  return (
    <Block title={w.uses}>
      <dl className={classes.amounts}>
        {invoice.allocations.map(({ invoice_id: id, invoice_number: number, amount_cents: cents }) => (
          <Fragment key={id}>
            <dt>
              <Anchor component={Link} to={`/dossiers/${id}`} size="sm">
                {number}
              </Anchor>
            </dt>
            <dd>{money(cents, invoice.currency)}</dd>
          </Fragment>
        ))}
      </dl>
      <Button size="compact-xs" variant="default" onClick={takeBack} mt={6}>
        {w.takeBack}
      </Button>
    </Block>
  );
}
