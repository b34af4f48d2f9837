import type { Invoice } from '../case/case-data.ts';
import type { Claim } from './what-money-does.ts';

/** A case before money is set against it. */
export const claimOf = ({ number, dunning: { status, holds } }: Pick<Invoice, 'number' | 'dunning'>): Claim => ({
  number,
  status,
  holds,
});

/** A case after a credit note, which ends holds that waited for one and the dispute `ended` that it settles. */
export const afterCredit = (invoice: Pick<Invoice, 'number' | 'dunning'>, ended?: { id: string }): Claim => ({
  ...claimOf(invoice),
  holds: invoice.dunning.holds.filter((hold) => !hold.awaiting_credit && hold.id !== ended?.id),
});
