import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { useFormats } from '../../words/formats.ts';

interface SumProps {
  cents: number;
  currency: string;
  /** Where the amount links to. Null when there is no such list. */
  to?: string | null;
  /** What the link leads to, for its title. */
  said?: string;
}

/** An amount that links to its parts. Zero is a dash without a link. */
export function Sum({ cents, currency, to = null, said = '' }: SumProps) {
  const { money } = useFormats();
  if (cents === 0) return <span className="figures">–</span>;
  if (to === null) return <span className="figures">{money(cents, currency)}</span>;
  return (
    <Anchor component={Link} className="figures" fz="inherit" to={to} title={said}>
      {money(cents, currency)}
    </Anchor>
  );
}
