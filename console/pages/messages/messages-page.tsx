import { Page } from '../../frame/page.tsx';

export function MessagesPage() {
  return <Page title="MessagesPage">{null}</Page>;
}
