import { HOLD_KINDS } from '../../domain/case/state.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import type { LocalStack } from '../../scripts/stack.ts';
import { dayFromToday } from '../samples.ts';

/** A filter of `GET /v1/invoices` with a value that many, or few, invoices have. */
export interface ListedFilter {
  name: string;
  query: string;
}

type Call = (path: string) => Promise<{ data: { id: string; number: string; scenario_id?: string }[] }>;
type Invoice = {
  id: string;
  customer: { id: string; collector_id: string };
  case_file: { referrer_id: string | null; notary_id: string | null };
  scenario: { id: string } | null;
};

const SORTS = ['due_on', 'issued_on', 'balance_cents', 'total_cents', 'number', 'created_at'];

/** Every filter of the API, with common and rare values, each in every order. */
export async function everyQuery(call: Call): Promise<ListedFilter[]> {
  const filters = await everyFilter(call);
  return filters.flatMap(({ name, query }) =>
    SORTS.flatMap((sort) =>
      [sort, `-${sort}`].map((order) => ({
        name: `${name || 'no filter'}, ${order}`,
        query: `${query}${query ? '&' : ''}sort=${order}`,
      })),
    ),
  );
}

/** Every filter of the API, with ids of invoices that exist. */
export async function everyFilter(call: Call): Promise<ListedFilter[]> {
  const some = (await call('/invoices?status=open&limit=200')).data as unknown as Invoice[];
  const third = (await call('/invoices?kind=invoice&limit=200&sort=-number')).data as unknown as Invoice[];
  const of = (pick: (invoice: Invoice) => string | null | undefined) =>
    [...some, ...third].map(pick).find((id) => typeof id === 'string') ?? '';
  const statuses = ['open', ...CASE_STATUSES];
  const holds = ['any', 'none', ...HOLD_KINDS];
  const plain = [
    '',
    ...statuses.map((status) => `status=${status}`),
    ...[1, 2, 3].map((level) => `level_due=${level}`),
    ...[0, 1, 2, 3].map((level) => `level=${level}`),
    'status=waiting,held',
    'status=paid,needs_attention',
    'kind=invoice',
    'kind=credit_note',
    ...['consumer', 'professional', 'public'].map((kind) => `customer_kind=${kind}`),
    ...['EUR', 'GBP', 'USD'].map((currency) => `currency=${currency}`),
    `ids=${[...some, ...third]
      .slice(0, 50)
      .map(({ id }) => id)
      .join(',')}`,
    ...holds.map((hold) => `hold=${hold}`),
    `customer_id=${of(({ customer }) => customer.id)}`,
    `collector_id=${of(({ customer }) => customer.collector_id)}`,
    'collector_id=none',
    `scenario_id=${of(({ scenario }) => scenario?.id)}`,
    `referrer_id=${of(({ case_file: { referrer_id: id } }) => id)}`,
    `notary_id=${of(({ case_file: { notary_id: id } }) => id)}`,
    ...[-1000, -90, 0, 30].map((days) => `due_before=${dayFromToday(days)}`),
    ...[-1000, -90, 0, 50].map((days) => `due_after=${dayFromToday(days)}`),
    ...[-1000, -90].map((days) => `issued_before=${dayFromToday(days)}`),
    'days_late_min=1',
    'days_late_min=400',
    'days_late_max=30',
    'days_late_max=400',
    'days_late_min=30&days_late_max=60',
    'min_balance_cents=1',
    'min_balance_cents=1000000',
    'min_balance_cents=1999000',
    'number=F-00500000',
    'q=F-0050',
    'q=lagarde',
    'q=Lagarde 4321',
    'q=zzz',
    'q=zz',
    'q=œu',
    'q=4',
  ];
  const collector = of(({ customer }) => customer.collector_id);
  const together = [
    `collector_id=${collector}&status=to_confirm`,
    `collector_id=${collector}&level_due=2&min_balance_cents=100000`,
    `status=open&days_late_min=60&q=garage`,
    'customer_kind=public&status=held',
    'currency=GBP&status=due',
  ];
  return [...plain, ...together].map((query) => ({
    name: query.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}(,|$)/g, '…').replaceAll(/…+/g, '…'),
    query: query.replaceAll(' ', '%20'),
  }));
}

/** Calls the API as a collector; `path` begins after `/v1`. Throws on anything but a 200. */
export function caller(stack: LocalStack): Call {
  return async (path) => {
    const response = await fetch(`${stack.apiUrl}/v1${path}`, {
      headers: { Authorization: `Bearer ${stack.demo.keys.collector}` },
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Awaited<ReturnType<Call>>;
  };
}
