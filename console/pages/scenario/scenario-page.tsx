import { Page } from '../../frame/page.tsx';

export function ScenarioPage() {
  return <Page title="ScenarioPage">{null}</Page>;
}
