import { Page } from '../../frame/page.tsx';

export function CustomerPage() {
  return <Page title="CustomerPage">{null}</Page>;
}
