import type { Schema } from '../api/client.ts';
import { customerName, type NamedCustomer } from '../words/customer-name.ts';
import type { Formats } from '../words/formats.ts';
import { defineWords } from '../words/words.ts';

const words = defineWords(
  {
    invoices: 'Factures',
    customers: 'Clients',
    payments: 'Règlements',
    thirdParties: 'Prescripteurs et notaires',
    one: 'dossier impayé',
    many: 'dossiers impayés',
  },
  {
    invoices: 'Invoices',
    customers: 'Customers',
    payments: 'Payments',
    thirdParties: 'Referrers and notaries',
    one: 'unpaid file',
    many: 'unpaid files',
  },
);

export interface Found {
  invoices: readonly (Pick<Schema<'Invoice'>, 'id' | 'number' | 'balance_cents' | 'currency'> & {
    customer: NamedCustomer;
  })[];
  customers: readonly (Pick<Schema<'Customer'>, 'id' | 'reference' | 'balance_cents' | 'currency'> & NamedCustomer)[];
  payments: readonly (Pick<Schema<'ListedPayment'>, 'id' | 'external_id' | 'amount_cents' | 'currency' | 'paid_on'> & {
    customer: NamedCustomer & { id: string };
  })[];
  thirdParties: readonly Pick<Schema<'ThirdPartyRow'>, 'id' | 'name' | 'unpaid_count' | 'unpaid_cents'>[];
}

/** A search result and where it leads. */
interface FoundLine {
  id: string;
  label: string;
  description: string;
  path: string;
}

/** Groups search results by kind, in the order shown. */
export function searchGroups(
  found: Found,
  { language, money, day, count }: Pick<Formats, 'language' | 'money' | 'day' | 'count'>,
): { group: string; lines: FoundLine[] }[] {
  const w = words[language];
  return [
    {
      group: w.invoices,
      lines: found.invoices.map(({ id, number, customer, balance_cents: cents, currency }) => ({
        id,
        label: number,
        description: `${customerName(customer, language)} · ${money(cents, currency)}`,
        path: `/dossiers/${id}`,
      })),
    },
    {
      group: w.customers,
      lines: found.customers.map(({ id, reference, balance_cents: cents, currency, ...named }) => ({
        id,
        label: customerName(named, language),
        description: `${reference} · ${money(cents, currency)}`,
        path: `/clients/${id}`,
      })),
    },
    {
      group: w.payments,
      lines: found.payments.map(
        ({ id, external_id: reference, customer, amount_cents: cents, currency, paid_on: on }) => ({
          id,
          label: reference,
          description: `${customerName(customer, language)} · ${money(cents, currency)} · ${day(on)}`,
          path: `/clients/${customer.id}?tab=payments`,
        }),
      ),
    },
    {
      group: w.thirdParties,
      lines: found.thirdParties.map(({ id, name, unpaid_count: files }) => ({
        id,
        label: name,
        description: count(files, w.one, w.many),
        path: `/tiers/${id}`,
      })),
    },
  ];
}
