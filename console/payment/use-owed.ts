import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type Owed, owedIn } from '../case/dialogs/share-payment.ts';
import type { Claim } from './what-money-does.ts';

/** What a customer owes in one currency, and what holds or ended each case. */
interface Debts {
  /** As the law has it paid. */
  owed: Owed[];
  /** One that is not open is nothing to say of. */
  claimOf: (number: string) => Claim;
}

/** What the customer owes in this currency; undefined until it is known. */
export function useOwed(customerId: string, currency: string): Debts | undefined {
  const { data } = useQuery({
    queryKey: ['customers', customerId, 'account', currency, 'owed'],
    queryFn: () =>
      answerOf(api.GET('/v1/customers/{id}/account', { params: { path: { id: customerId }, query: { currency } } })),
  });
  return (
    data && {
      owed: owedIn(currency, data.items),
      claimOf: (number) => data.items.find((item) => item.number === number) ?? { number, status: null, holds: [] },
    }
  );
}
