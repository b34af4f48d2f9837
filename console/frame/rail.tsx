import { ActionIcon, Divider, Stack, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { memo } from 'react';
import { useLocation } from 'react-router';
import { useLanguage } from '../words/language.ts';
import { defineWords, useWords } from '../words/words.ts';
import { LightLink } from './light-link.tsx';
import { railPages, type RailPage } from './pages.ts';
import classes from './rail.module.css';
import { useSession } from './session.ts';

const words = defineWords(
  { pages: 'Pages', setup: 'Paramétrage', fold: 'Replier le menu', unfold: 'Déplier le menu' },
  { pages: 'Pages', setup: 'Set-up', fold: 'Fold the menu', unfold: 'Unfold the menu' },
);

/** The pages, on the left; folds to icons. */
export function Rail({ isFolded, fold }: { isFolded: boolean; fold: () => void }) {
  const w = useWords(words);
  const { isSupervisor } = useSession();
  const { pathname } = useLocation();
  const isHere = ({ path }: RailPage) => pathname === path || pathname.startsWith(`${path}/`);
  const setup = isSupervisor ? railPages.filter((page) => page.isSetup) : [];
  return (
    <Stack h="100%" gap={0} component="nav" aria-label={w.pages}>
      <div className={classes.pages}>
        {railPages
          .filter((page) => !page.isSetup)
          .map((page) => (
            <RailLink key={page.path} page={page} isFolded={isFolded} isHere={isHere(page)} />
          ))}
        {setup.length > 0 && <Divider my={6} label={isFolded ? undefined : w.setup} labelPosition="left" />}
        {setup.map((page) => (
          <RailLink key={page.path} page={page} isFolded={isFolded} isHere={isHere(page)} />
        ))}
      </div>
      <ActionIcon variant="subtle" color="gray" m={8} onClick={fold} aria-label={isFolded ? w.unfold : w.fold}>
        {isFolded ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
      </ActionIcon>
    </Stack>
  );
}

interface RailLinkProps {
  page: RailPage;
  isFolded: boolean;
  isHere: boolean;
}

const RailLink = memo(({ page, isFolded, isHere }: RailLinkProps) => {
  const { language } = useLanguage();
  const name = page[language];
  const link = (
    <LightLink
      to={page.path}
      className={classes.page}
      data-folded={isFolded || undefined}
      aria-label={name}
      aria-current={isHere ? 'page' : undefined}
    >
      <page.icon size={18} stroke={1.6} aria-hidden />
      {!isFolded && name}
    </LightLink>
  );
  return isFolded ? (
    <Tooltip label={name} position="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
});
