import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconKeyboard, IconLanguage, IconLogout, IconMoon, IconPassword } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { useLanguage } from '../words/language.ts';
import { withColon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import { openKeysHelp } from './open-keys-help.tsx';
import { useSession } from './session.ts';

const PasswordDialog = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }));

const words = defineWords(
  {
    collector: 'Chargé de recouvrement',
    supervisor: 'Superviseur',
    admin: 'Administrateur',
    other: 'English',
    dark: 'Clair ou sombre',
    keys: 'Raccourcis clavier',
    password: 'Changer mon mot de passe',
    out: 'Se déconnecter',
    account: 'Mon compte',
  },
  {
    collector: 'Collector',
    supervisor: 'Supervisor',
    admin: 'Administrator',
    other: 'Français',
    dark: 'Light or dark',
    keys: 'Keyboard shortcuts',
    password: 'Change my password',
    out: 'Sign out',
    account: 'My account',
  },
);

/** Who is signed in, and what is his own: language, look, password. */
export function UserMenu() {
  const w = useWords(words);
  const { user, role } = useSession();
  const roleName = role === 'admin' || role === 'supervisor' ? w[role] : w.collector;
  const { language, choose } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  const [isChanging, setChanging] = useState(false);
  const queries = useQueryClient();
  const signOut = async () => {
    // A session that has ended already has nothing to end.
    await api.DELETE('/v1/session').catch((error: unknown) => {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
    });
    queries.clear();
    window.location.assign('/');
  };
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md">
        <Menu.Target>
          <Button
            variant="subtle"
            rightSection={<IconChevronDown size={14} />}
            aria-label={withColon(language, w.account, user?.name)}
          >
            {user?.name ?? roleName}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{roleName}</Menu.Label>
          <Menu.Item
            leftSection={<IconLanguage size={16} />}
            onClick={() => choose(language === 'fr' ? 'en' : 'fr')}
            lang={language === 'fr' ? 'en' : 'fr'}
          >
            {w.other}
          </Menu.Item>
          <Menu.Item leftSection={<IconMoon size={16} />} onClick={toggleColorScheme}>
            {w.dark}
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openKeysHelp} rightSection="?">
            {w.keys}
          </Menu.Item>
          {user?.has_password && (
            <Menu.Item leftSection={<IconPassword size={16} />} onClick={() => setChanging(true)}>
              {w.password}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {w.out}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChanging && (
        <Suspense>
          <PasswordDialog close={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
}
