import type { Action } from '../../action/action-data.ts';
import { sumsByCurrency } from '../../table/sums-by-currency.ts';

/** Sums of the actions' amounts by currency. An action without an amount, such as a task, adds nothing. */
export const sumsOf = (actions: readonly Pick<Action, 'amount_cents' | 'currency'>[]) =>
  sumsByCurrency(
    actions.flatMap(({ amount_cents: cents, currency }) => (currency ? [{ cents, currency }] : [])),
    ({ cents }) => cents,
  );
