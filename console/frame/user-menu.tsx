import { Button, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconAddressBook,
  IconChevronDown,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconPassword,
} from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { OnDemand } from '../states/on-demand.tsx';
import { useLanguage } from '../words/language.ts';
import { withColon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import { openKeysHelp } from './open-keys-help.tsx';
import { useSession } from './session.ts';
import classes from './user-menu.module.css';

const MyDetailsDialog = lazy(async () => ({ default: (await import('./my-details-dialog.tsx')).MyDetailsDialog }));
const PasswordDialog = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }));

const words = defineWords(
  {
    collector: 'Chargé de recouvrement',
    supervisor: 'Superviseur',
    admin: 'Administrateur',
    other: 'English',
    dark: 'Clair ou sombre',
    keys: 'Raccourcis clavier',
    details: 'Mes coordonnées',
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
    details: 'My details',
    password: 'Change my password',
    out: 'Sign out',
    account: 'My account',
  },
);

/** The user's menu: name, language, theme, details, password. */
export function UserMenu() {
  const w = useWords(words);
  const { user, role } = useSession();
  const roleName = role === 'admin' || role === 'supervisor' ? w[role] : w.collector;
  const { language, choose } = useLanguage();
  const { toggleColorScheme } = useMantineColorScheme();
  const [changing, setChanging] = useState<'details' | 'password' | null>(null);
  const close = () => setChanging(null);
  const queries = useQueryClient();
  const signOut = async () => {
    // A session that has already ended needs no sign-out.
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
            <span className={classes.name}>{user?.name ?? roleName}</span>
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
          {user && (
            <Menu.Item leftSection={<IconAddressBook size={16} />} onClick={() => setChanging('details')}>
              {w.details}
            </Menu.Item>
          )}
          {user?.has_password && (
            <Menu.Item leftSection={<IconPassword size={16} />} onClick={() => setChanging('password')}>
              {w.password}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {w.out}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing && (
        <OnDemand>
          {changing === 'details' ? <MyDetailsDialog close={close} /> : <PasswordDialog close={close} />}
        </OnDemand>
      )}
    </>
  );
}
