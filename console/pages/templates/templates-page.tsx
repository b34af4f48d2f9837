import { Page } from '../../frame/page.tsx';

export function TemplatesPage() {
  return <Page title="TemplatesPage">{null}</Page>;
}
