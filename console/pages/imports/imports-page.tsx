import { Page } from '../../frame/page.tsx';

export function ImportsPage() {
  return <Page title="ImportsPage">{null}</Page>;
}
