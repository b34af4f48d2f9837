import { Page } from '../../frame/page.tsx';

export function ThirdPartyPage() {
  return <Page title="ThirdPartyPage">{null}</Page>;
}
