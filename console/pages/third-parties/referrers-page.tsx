import { Page } from '../../frame/page.tsx';

export function ReferrersPage() {
  return <Page title="ReferrersPage">{null}</Page>;
}
