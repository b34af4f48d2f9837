import { Tabs } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.ts';
import { setAddress, useAddress } from '../../frame/use-address.ts';
import { useFormats } from '../../words/formats.ts';
import { defineWords, useWords } from '../../words/words.ts';

const words = defineWords(
  {
    tabs: 'Clients et règlements',
    customers: 'Clients',
    unallocated: 'Règlements à affecter',
    payments: 'Tous les règlements',
  },
  {
    tabs: 'Customers and payments',
    customers: 'Customers',
    unallocated: 'Payments to allocate',
    payments: 'All payments',
  },
);

const TABS = ['customers', 'unallocated', 'payments'] as const;
const COUNT_MS = 15_000;

export const listTab = (params: URLSearchParams): (typeof TABS)[number] =>
  TABS.find((tab) => tab === params.get('tab')) ?? 'customers';

export const isOfPayments = (params: URLSearchParams): boolean => listTab(params) !== 'customers';

/** Tabs for customers and payments. Each tab starts with filters of its own. */
export function ListTabs() {
  const w = useWords(words);
  const { number } = useFormats();
  const { params } = useAddress();
  const { data: waiting } = useQuery({
    queryKey: ['payments', 'count', 'unallocated'],
    refetchInterval: COUNT_MS,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const query = { unallocated: true, limit: 1, count: true } as const;
      return (await answerOf(api.GET('/v1/payments', { params: { query } }))).total;
    },
  });
  const choose = (tab: string | null) => {
    const none = Object.fromEntries([...params.keys()].map((name) => [name, null]));
    setAddress({ ...none, tab: tab === 'customers' ? null : tab });
  };
  return (
    <Tabs value={listTab(params)} onChange={choose} px={16} mb={8} style={{ flex: 'none' }}>
      <Tabs.List aria-label={w.tabs}>
        {TABS.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            rightSection={tab === 'unallocated' && waiting ? <span className="figures">{number(waiting)}</span> : null}
          >
            {w[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
