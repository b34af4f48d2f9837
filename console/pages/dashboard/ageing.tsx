import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { AmountBars } from '../../charts/amount-bars.tsx';
import { ageWords, OF_AGE } from '../../figures/ages.ts';
import { listOf } from '../../figures/list-of.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';
import classes from './dashboard.module.css';
import { Report, type ReportProps } from './report.tsx';

const words = defineWords(
  {
    title: 'Balance âgée',
    hint: 'Ce que doivent les factures, selon le retard, avoirs et sommes non affectées non déduits\u00a0: «\u00a0Client par client\u00a0» les déduit.',
    late: 'Retard',
    amount: 'Reste dû',
    byCustomer: 'Client par client',
  },
  {
    title: 'Ageing balance',
    hint: 'What invoices owe, by how late they are, credit notes and unallocated money not taken off: “Customer by customer” takes them off.',
    late: 'Late',
    amount: 'Left to pay',
    byCustomer: 'Customer by customer',
  },
);

/** What is owed, by age of the debt. */
export function Ageing({ figures, narrowed }: ReportProps) {
  const w = useWords(words);
  const ages = useWords(ageWords);
  const { money } = useFormats();
  const { ageing, currency } = figures;
  const bars = ageing.map(({ bucket, balance_cents }) => ({ name: ages[bucket], cents: balance_cents }));
  return (
    <Report title={w.title} hint={w.hint}>
      <AmountBars label={w.title} bars={bars} currency={currency} height={140} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{w.late}</th>
            <th scope="col">{w.amount}</th>
          </tr>
        </thead>
        <tbody>
          {ageing.map(({ bucket, balance_cents }) => (
            <tr key={bucket}>
              <td>{ages[bucket]}</td>
              <td>
                <Anchor component={Link} size="sm" to={listOf('/relances', OF_AGE[bucket], narrowed)}>
                  {money(balance_cents, currency)}
                </Anchor>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Anchor component={Link} size="sm" mt="sm" to={listOf('/balance-agee', {}, narrowed)}>
        {w.byCustomer}
      </Anchor>
    </Report>
  );
}
