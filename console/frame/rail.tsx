import { ActionIcon, Divider, NavLink, ScrollArea, Stack, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { railPages, type RailPage } from './pages.ts';
import { useSession } from './session.ts';

const words = defineWords(
  { pages: 'Pages', setup: 'Paramétrage', fold: 'Replier le menu', unfold: 'Déplier le menu' },
  { pages: 'Pages', setup: 'Set-up', fold: 'Fold the menu', unfold: 'Unfold the menu' },
);

/** The pages, on the left; folds to icons. */
export function Rail({ isFolded, fold }: { isFolded: boolean; fold: () => void }) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  const setup = isSupervisor ? railPages.filter((page) => page.isSetup) : [];
  return (
    <Stack h="100%" gap={0} component="nav" aria-label={w.pages}>
      <ScrollArea flex={1} p={6} type="never">
        {railPages
          .filter((page) => !page.isSetup)
          .map((page) => (
            <RailLink key={page.path} page={page} isFolded={isFolded} />
          ))}
        {setup.length > 0 && <Divider my={6} label={isFolded ? undefined : w.setup} labelPosition="left" />}
        {setup.map((page) => (
          <RailLink key={page.path} page={page} isFolded={isFolded} />
        ))}
      </ScrollArea>
      <ActionIcon variant="subtle" color="gray" m={8} onClick={fold} aria-label={isFolded ? w.unfold : w.fold}>
        {isFolded ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
      </ActionIcon>
    </Stack>
  );
}

function RailLink({ page, isFolded }: { page: RailPage; isFolded: boolean }) {
  const { language } = useLanguage();
  const { pathname } = useLocation();
  const name = page[language];
  const isHere = pathname === page.path || pathname.startsWith(`${page.path}/`);
  return (
    <Tooltip label={name} position="right" disabled={!isFolded}>
      <NavLink
        component={Link}
        to={page.path}
        label={isFolded ? null : name}
        aria-label={name}
        active={isHere}
        aria-current={isHere ? 'page' : undefined}
        leftSection={<page.icon size={18} stroke={1.6} aria-hidden />}
        h={34}
        px={isFolded ? 11 : 10}
        styles={{ root: { borderRadius: 6 }, section: { marginInlineEnd: isFolded ? 0 : 10 } }}
      />
    </Tooltip>
  );
}
