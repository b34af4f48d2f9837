import { Button } from '@mantine/core';
import { IconFilePlus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActionDrawer } from '../../action/action-drawer.tsx';
import { api, versionedAnswerOf } from '../../api/client.ts';
import { versionedKey } from '../../api/versioned-key.ts';
import { Page } from '../../frame/page.tsx';
import { useAddress } from '../../frame/use-address.ts';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { useSelection } from '../../table/selection.ts';
import { useCustomerName } from '../../words/customer-name.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { CaseDrawer } from './case-drawer.tsx';
import { useAccount } from './account.ts';
import { AccountDialog, type AskedAbout } from './account-dialog.tsx';
import { allOpenOf, chosenOf, itemsOf, overdueOf } from './chosen-items.ts';
import classes from './customer.module.css';
import { CustomerCard } from './customer-card.tsx';
import { CustomerTabs } from './customer-tabs.tsx';
import { NewInvoiceDialog } from './new-invoice-dialog.tsx';
import { PaymentButton } from './payment-button.tsx';

const words = defineWords(
  { customer: 'Client', action: 'Nouvelle action (hors scénario)', invoice: 'Nouvelle facture…' },
  {
    customer: 'Customer',
    action: 'New action (outside the scenario)',
    invoice: 'New invoice…',
  },
);

/** One customer: the account item by item, what is to be done, what was done, and the card. */
export function CustomerPage() {
  const { customerId = '' } = useParams();
  // The key makes another customer another page, so that nothing of the former one is shown or stays selected.
  return <OneCustomer key={customerId} customerId={customerId} />;
}

function OneCustomer({ customerId }: { customerId: string }) {
  const w = useWords(words);
  const nameOf = useCustomerName();
  const { get, set } = useAddress();
  const [asked, setAsked] = useState<AskedAbout | null>(null);
  const [isTyping, setTyping] = useState(false);
  const selection = useSelection();
  const { data, error, refetch } = useQuery({
    queryKey: versionedKey('customers', customerId),
    queryFn: () => versionedAnswerOf(api.GET('/v1/customers/{id}', { params: { path: { id: customerId } } })),
  });
  const account = useAccount(customerId, get('currency'), get('closed') === 'true');
  const chosen = chosenOf(account.data, selection.has);
  const items = itemsOf(chosen);
  // An action needs at least one item: without a selection it is about the overdue ones of all open items.
  const allOpen = allOpenOf(account.data);
  const about = chosen.ids.length > 0 ? items : allOpen && overdueOf(account.data, allOpen);
  const offered = chosen.ids.length > 0 ? chosen.ids : (allOpen?.ids ?? []);
  if (!data) {
    return (
      <Page title={w.customer}>
        {error ? <Failed error={error} retry={() => void refetch()} /> : <Loading lines={10} />}
      </Page>
    );
  }
  const customer = data.data;
  const ask = (name: AskedAbout['name'], of: AskedAbout['items'] | null) => {
    if (of && account.data) setAsked({ name, items: of, offered, before: account.data });
  };
  const done = () => {
    setAsked(null);
    selection.clear();
  };
  return (
    <Page
      title={nameOf(customer)}
      isFilled
      actions={
        customer.erasure ? null : (
          <>
            <PaymentButton customer={customer} account={account.data} />
            <Button
              variant="default"
              leftSection={<IconFilePlus size={15} aria-hidden />}
              onClick={() => setTyping(true)}
            >
              {w.invoice}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPlus size={15} aria-hidden />}
              disabled={about === null}
              onClick={() => ask('action', about)}
            >
              {w.action}
            </Button>
          </>
        )
      }
    >
      <div className={classes.columns}>
        <CustomerCard customer={customer} etag={data.etag} />
        <CustomerTabs
          customer={customer}
          account={account}
          selection={selection}
          chosen={chosen}
          qualify={() => ask('qualify', items)}
        />
      </div>
      <CaseDrawer invoiceId={get('piece')} close={() => set({ piece: null }, { atOnce: true })} />
      <ActionDrawer />
      {asked && (
        <AccountDialog
          customer={customer}
          account={account.data}
          asked={asked}
          change={setAsked}
          close={() => setAsked(null)}
          onDone={done}
        />
      )}
      {isTyping && <NewInvoiceDialog customer={customer} close={() => setTyping(false)} />}
    </Page>
  );
}
