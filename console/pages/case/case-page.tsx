import { Page } from '../../frame/page.tsx';

export function CasePage() {
  return <Page title="CasePage">{null}</Page>;
}
