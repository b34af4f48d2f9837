import { Page } from '../../frame/page.tsx';

export function CustomersPage() {
  return <Page title="CustomersPage">{null}</Page>;
}
