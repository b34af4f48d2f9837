import { Page } from '../../frame/page.tsx';

export function DashboardPage() {
  return <Page title="DashboardPage">{null}</Page>;
}
