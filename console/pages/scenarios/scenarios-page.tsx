import { Page } from '../../frame/page.tsx';

export function ScenariosPage() {
  return <Page title="ScenariosPage">{null}</Page>;
}
