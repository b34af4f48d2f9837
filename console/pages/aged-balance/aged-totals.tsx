import type { Schema } from '../../api/client.ts';
import { ageWords, OF_AGE } from '../../figures/ages.ts';
import { useFormats } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { type AgedFilter, AGES, casesOfAll } from './aged-query.ts';
import classes from './aged-totals.module.css';
import { agedWords } from './aged-words.ts';
import { Sum } from './sum.tsx';

interface AgedTotalsProps {
  totals: readonly Schema<'AgedTotal'>[];
  filter: AgedFilter;
  /** The creditor's own currency. */
  own: string;
}

/** The totals of all customers, by currency. Each age links to its cases. */
export function AgedTotals({ totals, filter, own }: AgedTotalsProps) {
  const w = useWords(agedWords);
  const ages = useWords(ageWords);
  const { money, number } = useFormats();
  if (totals.length === 0) return null;
  return (
    <div className={classes.frame} role="region" aria-label={w.totals} tabIndex={0}>
      <table className={classes.totals}>
        <thead>
          <tr>
            <th scope="col">{w.currency}</th>
            <th scope="col">{w.customers}</th>
            {AGES.map(([age]) => (
              <th key={age} scope="col">
                {ages[age]}
              </th>
            ))}
            <th scope="col">{w.credits}</th>
            <th scope="col">{w.unallocated}</th>
            <th scope="col">{w.total}</th>
            <th scope="col">{w.litigation}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((of) => {
            const { currency } = of;
            const narrowed = { currency, otherCurrency: currency === own ? undefined : currency };
            return (
              <tr key={currency}>
                <th scope="row">{currency}</th>
                <td>{number(of.customers)}</td>
                {AGES.map(([age, field]) => (
                  <td key={age}>
                    <Sum
                      cents={of[field]}
                      currency={currency}
                      to={casesOfAll('/relances', OF_AGE[age], filter, narrowed)}
                      said={w.seeCases(ages[age])}
                    />
                  </td>
                ))}
                <td>
                  <Sum cents={of.credit_notes_cents} currency={currency} />
                </td>
                <td>
                  <Sum cents={-of.unallocated_cents} currency={currency} />
                </td>
                <td className={classes.sum}>{money(of.total_cents, currency)}</td>
                <td>
                  <Sum
                    cents={of.litigation_cents}
                    currency={currency}
                    to={casesOfAll('/contentieux', {}, filter, narrowed)}
                    said={w.seeCases(w.litigation)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
