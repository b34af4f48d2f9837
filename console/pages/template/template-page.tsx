import { Page } from '../../frame/page.tsx';

export function TemplatePage() {
  return <Page title="TemplatePage">{null}</Page>;
}
