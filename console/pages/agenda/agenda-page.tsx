import { Page } from '../../frame/page.tsx';

export function AgendaPage() {
  return <Page title="AgendaPage">{null}</Page>;
}
