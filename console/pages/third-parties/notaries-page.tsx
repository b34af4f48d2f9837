import { Page } from '../../frame/page.tsx';

export function NotariesPage() {
  return <Page title="NotariesPage">{null}</Page>;
}
