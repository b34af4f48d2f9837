import { Page } from '../../frame/page.tsx';

export function LitigationPage() {
  return <Page title="LitigationPage">{null}</Page>;
}
