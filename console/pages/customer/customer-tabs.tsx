import { Tabs } from '@mantine/core';
import { answerOf, api, type Schema } from '../../api/client.ts';
import { useAddress } from '../../frame/use-address.ts';
import type { Chosen } from './chosen-items.ts';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import type { Selection } from '../../table/selection.ts';
import { defineWords, useWords } from '../../words/words.ts';
import type { Account } from './account.ts';
import { AccountPanel } from './account-panel.tsx';
import classes from './customer.module.css';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerPayments } from './customer-payments.tsx';
import { CustomerMessages } from './customer-messages.tsx';
import { ToDo } from './to-do.tsx';

const words = defineWords(
  {
    account: 'État de compte',
    to_do: 'Actions à faire',
    calls: 'Appels et notes',
    payments: 'Règlements',
    messages: 'Envois',
    history: 'Historique',
  },
  {
    account: 'Statement of account',
    to_do: 'Actions to do',
    calls: 'Calls and notes',
    payments: 'Payments',
    messages: 'Sent',
    history: 'History',
  },
);

const TABS = ['account', 'payments', 'to_do', 'calls', 'messages', 'history'] as const;
const OPEN = 'to_do,to_confirm,needs_attention,planned';

interface CustomerTabsProps {
  customer: Schema<'Customer'>;
  account: Account;
  selection: Selection;
  chosen: Chosen;
  qualify: () => void;
}

/** The tabs of a customer's page. The tab is kept in the address. */
export function CustomerTabs({ customer, account, selection, chosen, qualify }: CustomerTabsProps) {
  const w = useWords(words);
  const { number } = useFormats();
  const { get, set } = useAddress();
  const actions = useOpenActions(customer.id);
  const tab = TABS.find((name) => name === get('tab')) ?? 'account';
  return (
    <Tabs
      className={classes.content}
      value={tab}
      keepMounted={false}
      onChange={(chosenTab) => set({ tab: chosenTab === 'account' ? null : chosenTab })}
    >
      <Tabs.List px={8}>
        {TABS.map((name) => (
          <Tabs.Tab key={name} value={name} className="figures">
            {w[name]}
            {name === 'to_do' && actions.total && !actions.isStale ? ` (${number(actions.total)})` : ''}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="account" className={classes.panel}>
        <AccountPanel customer={customer} account={account} selection={selection} chosen={chosen} qualify={qualify} />
      </Tabs.Panel>
      <Tabs.Panel value="payments" className={classes.panel}>
        <CustomerPayments customer={customer} />
      </Tabs.Panel>
      <Tabs.Panel value="to_do" className={classes.scrolled}>
        <ToDo actions={actions} />
      </Tabs.Panel>
      <Tabs.Panel value="calls" className={classes.scrolled}>
        <CustomerHistory customer={customer} kinds={['call', 'note', 'qualified']} />
      </Tabs.Panel>
      <Tabs.Panel value="messages" className={classes.panel}>
        <CustomerMessages customerId={customer.id} />
      </Tabs.Panel>
      <Tabs.Panel value="history" className={classes.scrolled}>
        <CustomerHistory customer={customer} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** What is planned for this customer or waits for a person, by day, page by page. */
const useOpenActions = (customerId: string) =>
  usePages(['actions', 'of-customer', customerId], (cursor) => {
    const query = { customer_id: customerId, status: OPEN, sort: 'due_at', limit: 100, count: true } as const;
    return answerOf(api.GET('/v1/actions', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } }));
  });
