import { Page } from '../../frame/page.tsx';

export function RemindersPage() {
  return <Page title="RemindersPage">{null}</Page>;
}
