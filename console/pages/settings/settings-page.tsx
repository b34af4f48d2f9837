import { Page } from '../../frame/page.tsx';

export function SettingsPage() {
  return <Page title="SettingsPage">{null}</Page>;
}
