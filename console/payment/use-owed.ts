import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type Owed, owedIn } from '../case/dialogs/share-payment.ts';
import { claimOf } from './claims.ts';
import type { Claim } from './what-money-does.ts';

/** What a customer owes in one currency, and what holds or ended each case. */
interface Debts {
  /** As the law has it paid; what was written off comes last. */
  owed: Owed[];
  /** One that is not open is nothing to say of. */
  claimOf: (number: string) => Claim;
}

/** So many that were given up are offered. */
const WRITTEN_OFF_SHOWN = 50;

/** What the customer owes in this currency; undefined until it is known. */
export function useOwed(customerId: string, currency: string): Debts | undefined {
  const { data } = useQuery({
    queryKey: ['customers', customerId, 'account', currency, 'owed'],
    queryFn: async () => {
      const ofCustomer = { params: { path: { id: customerId }, query: { currency } } };
      const query = { customer_id: customerId, currency, status: 'written_off', limit: WRITTEN_OFF_SHOWN };
      const [account, writtenOff] = await Promise.all([
        answerOf(api.GET('/v1/customers/{id}/account', ofCustomer)),
        answerOf(api.GET('/v1/invoices', { params: { query } })),
      ]);
      return { open: account.items, writtenOff: writtenOff.data };
    },
  });
  if (!data) return undefined;
  const { open, writtenOff } = data;
  const claims: Claim[] = [...open, ...writtenOff.map(claimOf)];
  return {
    owed: [
      ...owedIn(currency, open),
      ...owedIn(currency, writtenOff).map((one): Owed => ({ ...one, isWrittenOff: true })),
    ],
    claimOf: (number) => claims.find((claim) => claim.number === number) ?? { number, status: null, holds: [] },
  };
}
