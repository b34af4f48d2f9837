import { Anchor, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schema } from '../api/client.ts';
import { addDays } from '../case/working-days.ts';
import { useCustomerName } from '../words/customer-name.ts';
import { useFormats } from '../words/formats.ts';
import { defineWords, useWords } from '../words/words.ts';
import { withDe } from '../words/with-de.ts';
import type { TypedPayment } from './payment-fields.tsx';

const words = defineWords(
  {
    near: (amount: string, day: string, reference: string) =>
      `Déjà enregistré\u00a0? Un règlement de ${amount} de ce client, reçu le ${day}, porte la référence ${reference}.`,
    same: (amount: string, day: string, name: string) =>
      `Cette référence est déjà celle d’un règlement de ${amount} ${withDe(name)}, reçu le ${day}.`,
    look: 'Voir les règlements du client',
  },
  {
    near: (amount: string, day: string, reference: string) =>
      `Recorded already? A payment of ${amount} from this customer, received on ${day}, has the reference ${reference}.`,
    same: (amount: string, day: string, name: string) =>
      `This reference is already that of a payment of ${amount} from ${name}, received on ${day}.`,
    look: 'Show the customer’s payments',
  },
);

type Payment = Schema<'ListedPayment'>;

/** The bank may book a payment some days before or after the typed day. The API excludes both ends of the range. */
const BEYOND_DAYS = 4;
const REST_MS = 300;

/**
 * Notice about a payment that may be the one being typed: the same reference, or the same amount from this customer at
 * about that time.
 */
export function PerhapsKnown({ customerId, typed }: { customerId: string; typed: TypedPayment }) {
  const w = useWords(words);
  const { money, day } = useFormats();
  const nameOf = useCustomerName();
  const [rested] = useDebouncedValue(typed, REST_MS);
  const same = useOfReference(rested.reference.trim());
  const near = useAlike(customerId, rested);
  const known = same ?? near;
  if (!known) return null;
  const { amount_cents: cents, currency, paid_on: on, external_id: reference, customer } = known;
  const amount = money(cents, currency);
  return (
    <Text size="sm" role="status">
      {same ? w.same(amount, day(on), nameOf(customer)) : w.near(amount, day(on), reference)}{' '}
      <Anchor href={`/clients/${customer.id}?tab=payments`} target="_blank" size="sm" underline="always">
        {w.look}
      </Anchor>
    </Text>
  );
}

function useOfReference(reference: string): Payment | undefined {
  const { data } = useQuery({
    queryKey: ['payments', 'of-reference', reference],
    enabled: reference !== '',
    queryFn: async () => {
      const query = { q: reference, limit: 200 };
      const { data: found } = await answerOf(api.GET('/v1/payments', { params: { query } }));
      return found.find(({ external_id: id }) => id === reference) ?? null;
    },
  });
  return data ?? undefined;
}

function useAlike(customerId: string, { cents, currency, paidOn }: TypedPayment): Payment | undefined {
  const { data } = useQuery({
    queryKey: ['payments', 'alike', customerId, currency, cents, paidOn],
    enabled: cents !== null && cents > 0 && paidOn !== null,
    queryFn: async () => {
      const about = { customer_id: customerId, currency, ...(cents === null ? {} : { amount_cents: cents }) };
      const days = paidOn && { paid_after: addDays(paidOn, -BEYOND_DAYS), paid_before: addDays(paidOn, BEYOND_DAYS) };
      const query = { ...about, ...days, limit: 20 };
      const { data: found } = await answerOf(api.GET('/v1/payments', { params: { query } }));
      return found.find(({ reversal }) => !reversal) ?? null;
    },
  });
  return data ?? undefined;
}
