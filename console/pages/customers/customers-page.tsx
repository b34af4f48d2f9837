import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { answerOf, api } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { useSession } from '../../frame/session.ts';
import { useAddress } from '../../frame/use-address.ts';
import { Empty } from '../../states/empty.tsx';
import { ToImports } from '../../states/to-imports.tsx';
import { CsvButton } from '../../table/csv-button.tsx';
import { DataTable } from '../../table/data-table.tsx';
import { isNarrowed } from '../../table/is-narrowed.ts';
import { useSelection } from '../../table/selection.ts';
import { usePages } from '../../table/use-pages.ts';
import { useFormats } from '../../words/formats.ts';
import { useCustomerName } from '../../words/customer-name.ts';
import { defineWords, useWords } from '../../words/words.ts';
import { AllPayments } from './all-payments.tsx';
import { AssignBar } from './assign-bar.tsx';
import { CustomerFilters } from './customer-filters.tsx';
import { type CustomerQuery, customerQuery } from './customer-query.ts';
import { isOfPayments, ListTabs } from './list-tabs.tsx';
import { NewCustomerDialog } from './new-customer-dialog.tsx';
import { useCustomerColumns } from './use-customer-columns.tsx';

const words = defineWords(
  {
    title: 'Clients',
    list: 'Liste des clients',
    create: 'Nouveau client',
    none: 'Aucun client',
    noneYet: 'Aucun client pour l’instant',
    noneYetHint: 'Vos clients se rangent ici, avec ce qu’ils doivent. Importez-les, ou créez le premier.',
    noneHint: 'Aucun client ne répond à ces filtres. Modifiez-les, ou créez un client.',
    one: 'client',
    many: 'clients',
    file: 'clients',
  },
  {
    title: 'Customers',
    list: 'List of customers',
    create: 'New customer',
    none: 'No customer',
    noneYet: 'No customer yet',
    noneYetHint: 'Your customers are kept here, with what they owe. Import them, or create the first.',
    noneHint: 'No customer fits these filters. Change them, or create a customer.',
    one: 'customer',
    many: 'customers',
    file: 'customers',
  },
);

const read = (query: CustomerQuery) => (cursor: string | undefined) =>
  answerOf(
    api.GET('/v1/customers', {
      params: { query: { ...query, limit: 100, count: true, ...(cursor ? { cursor } : {}) } },
    }),
  );

/** The list of customers and, in other tabs, their payments. */
export function CustomersPage() {
  const { params } = useAddress();
  return isOfPayments(params) ? <AllPayments /> : <CustomerList />;
}

/** The list of customers: filter, sort, assign to a collector, open one. */
function CustomerList() {
  const w = useWords(words);
  const { count } = useFormats();
  const { isSupervisor } = useSession();
  const nameOf = useCustomerName();
  const { params, set } = useAddress();
  const [isCreating, setCreating] = useState(false);
  const navigate = useNavigate();
  const query = customerQuery(params);
  const pages = usePages(['customers', query], read(query));
  const selection = useSelection();
  const columns = useCustomerColumns();
  return (
    <Page
      title={w.title}
      isFilled
      actions={
        <>
          <CsvButton path="/v1/customers" query={query} columns={columns} name={w.file} />
          <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setCreating(true)}>
            {w.create}
          </Button>
        </>
      }
    >
      <ListTabs />
      <CustomerFilters counted={pages.total === undefined ? '' : count(pages.total, w.one, w.many)} />
      <DataTable
        label={w.list}
        columns={columns}
        rows={pages.rows}
        error={pages.error}
        retry={pages.retry}
        empty={
          isNarrowed(query) ? (
            <Empty title={w.none} hint={w.noneHint} />
          ) : (
            <Empty title={w.noneYet} hint={w.noneYetHint} action={<ToImports />} />
          )
        }
        sort={query.sort}
        onSort={(sort) => set({ sort })}
        {...(isSupervisor ? { selection } : {})}
        nameOf={nameOf}
        onOpen={({ id }) => void navigate(`/clients/${id}`)}
        {...(pages.onEnd ? { onEnd: pages.onEnd } : {})}
        isLoadingMore={pages.isLoadingMore}
      />
      {isSupervisor && <AssignBar selection={selection} pages={pages} />}
      {isCreating && <NewCustomerDialog close={() => setCreating(false)} />}
    </Page>
  );
}
