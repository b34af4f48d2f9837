import { answerOf, api } from '../api/client.ts';
import { customerName, type NamedCustomer } from '../words/customer-name.ts';
import { useFormats } from '../words/formats.ts';
import type { ChooseProps } from './named-select.tsx';
import { SearchSelect } from './search-select.tsx';

interface Shown {
  id: string;
  number: string;
  customer: NamedCustomer;
  balance_cents: number;
  currency: string;
}

/** Chooses an invoice by its number or its customer. */
export function InvoiceSelect(props: ChooseProps) {
  const { money, language } = useFormats();
  const choiceOf = ({ id, number, customer, balance_cents, currency }: Shown) => ({
    value: id,
    label: [number, customerName(customer, language), money(balance_cents, currency)].join(' · '),
  });
  const search = async (typed: string) => {
    const [q] = typed.split(' · ');
    const query = { limit: 20, ...(q ? { q } : {}) };
    return (await answerOf(api.GET('/v1/invoices', { params: { query } }))).data.map(choiceOf);
  };
  const read = async (id: string) =>
    choiceOf(await answerOf(api.GET('/v1/invoices/{id}', { params: { path: { id } } })));
  return <SearchSelect queryKey={['invoices', 'to-choose']} search={search} read={read} {...props} />;
}
