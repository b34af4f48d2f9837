import { AppShell } from '@mantine/core';
import { readLocalStorageValue, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '../states/loading.tsx';
import { defineWords, useWords } from '../words/words.ts';
import { DemoBanner } from './demo-banner.tsx';
import { KeptActionsOnDemand } from './kept-actions-on-demand.tsx';
import { KeysHelpOnDemand } from './open-keys-help.tsx';
import { SearchOnDemand } from './open-search.tsx';
import { Rail } from './rail.tsx';
import { SendingStopped } from './sending-stopped.tsx';
import { ServerAway } from './server-away.tsx';
import { TopBar } from './top-bar.tsx';
import classes from './shell.module.css';
import { useGoKeys } from './use-go-keys.ts';

const words = defineWords({ skip: 'Aller au contenu' }, { skip: 'Skip to the content' });

/** Windows in which tables need the width more than the labels of the menu. */
const NARROW = '(max-width: 1399px)';

/**
 * The former storage key of the folded menu. `false` was stored there also for users who had chosen nothing, so that
 * only `true` counts.
 */
const wasFolded = () => readLocalStorageValue<unknown>({ key: 'relance-rail-folded' }) === true;

/**
 * The frame of every page: menu, search, banner and the page. In a narrow window the menu is folded until the user
 * unfolds it.
 */
export function Shell() {
  const w = useWords(words);
  const [chosen, choose] = useLocalStorage<boolean | null>({
    key: 'relance-rail',
    defaultValue: wasFolded() ? true : null,
    getInitialValueInEffect: false,
  });
  const isNarrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const isFolded = chosen ?? isNarrow;
  useGoKeys();
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: isFolded ? 56 : 200, breakpoint: 0 }}
      padding={0}
      transitionDuration={0}
    >
      <a className="skip-link" href="#content">
        {w.skip}
      </a>
      <AppShell.Header>
        <TopBar />
      </AppShell.Header>
      <AppShell.Navbar>
        <Rail isFolded={isFolded} fold={() => choose(!isFolded)} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <DemoBanner />
        <ServerAway />
        <SendingStopped />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <SearchOnDemand />
      <KeysHelpOnDemand />
      <KeptActionsOnDemand />
    </AppShell>
  );
}
