import { Page } from '../../frame/page.tsx';

export function GroupsPage() {
  return <Page title="GroupsPage">{null}</Page>;
}
