import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../api/client.ts';
import { type Owed, owedIn } from '../case/dialogs/share-payment.ts';
import { claimOf } from './claims.ts';
import type { Claim } from './what-money-does.ts';

/** What a customer owes in one currency, and the holds and status of each case. */
interface Debts {
  /** In the legal order of payment, written-off invoices last. */
  owed: Owed[];
  /** For an invoice that is neither open nor written off, status and holds are empty. */
  claimOf: (number: string) => Claim;
}

/** Maximum of written-off invoices offered. */
const WRITTEN_OFF_SHOWN = 50;

/** What the customer owes in this currency; undefined until loaded. */
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
