import { Tabs } from '@mantine/core';
import { useNavigate, useParams } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { SupervisorsOnly } from '../../states/supervisors-only.tsx';
import { useSession } from '../../frame/session.ts';
import { useWords } from '../../words/words.ts';
import { CompanyTab } from './company-tab.tsx';
import { KeysTab } from './keys-tab.tsx';
import { LiveTab } from './live-tab.tsx';
import { ProvidersTab } from './providers-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { settingsWords } from './settings-words.ts';
import { SetupTab } from './setup-tab.tsx';
import { UsersTab } from './users-tab.tsx';

const TABS = {
  'mise-en-place': SetupTab,
  societe: CompanyTab,
  regles: RulesTab,
  utilisateurs: UsersTab,
  cles: KeysTab,
  prestataires: ProvidersTab,
  'passer-en-reel': LiveTab,
} as const;
type TabName = keyof typeof TABS;

/** Only admins manage users and keys. */
const FOR_ADMINS: readonly TabName[] = ['utilisateurs', 'cles'];
const tabsFor = (isAdmin: boolean) =>
  (Object.keys(TABS) as TabName[]).filter((one) => isAdmin || !FOR_ADMINS.includes(one));

/** The settings: the company, the rules of reminders, users and keys. Starts with what is still to be set up. */
export function SettingsPage() {
  const w = useWords(settingsWords);
  const navigate = useNavigate();
  const { tab = '' } = useParams();
  const name: TabName = tab in TABS ? (tab as TabName) : 'mise-en-place';
  const { isAdmin } = useSession();
  const Tab = TABS[name];
  return (
    <SupervisorsOnly title={w.title}>
      <Page title={w.title}>
        <Tabs
          value={name}
          onChange={(to) => void navigate(to === 'mise-en-place' ? '/reglages' : `/reglages/${to ?? ''}`)}
          keepMounted={false}
        >
          <Tabs.List px={16} aria-label={w.title}>
            {tabsFor(isAdmin).map((one) => (
              <Tabs.Tab key={one} value={one}>
                {w.tabs[one]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {(Object.keys(TABS) as TabName[]).map((one) => (
            <Tabs.Panel key={one} value={one} p={16} maw={940}>
              {one === name && <Tab />}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Page>
    </SupervisorsOnly>
  );
}
