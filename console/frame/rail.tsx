import { ActionIcon, Divider, Stack, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { memo, useEffect } from 'react';
import { useLocation } from 'react-router';
import { useFormats } from '../words/formats.ts';
import { useStoppedSending } from '../messages/stopped-lines.ts';
import { defineWords, useWords } from '../words/words.ts';
import { LightLink } from './light-link.tsx';
import { lastAddressOf, rememberAddress } from './last-address.ts';
import { ATTENTION_PATH, pagesFor, type RailPage } from './pages.ts';
import classes from './rail.module.css';
import { useSession } from './session.ts';
import { useWaitingCount } from './waiting-count.ts';

const words = defineWords(
  {
    pages: 'Pages',
    setup: 'Paramétrage',
    fold: 'Replier le menu',
    unfold: 'Déplier le menu',
    waiting: (count: string) => `${count} en attente de vous`,
    stopped: 'envois arrêtés',
    stoppedShort: 'arrêt',
  },
  {
    pages: 'Pages',
    setup: 'Set-up',
    fold: 'Fold the menu',
    unfold: 'Unfold the menu',
    waiting: (count: string) => `${count} waiting for you`,
    stopped: 'sending is stopped',
    stoppedShort: 'stopped',
  },
);

/** The menu of pages on the left, which can be folded to icons. */
export function Rail({ isFolded, fold }: { isFolded: boolean; fold: () => void }) {
  const w = useWords(words);
  const session = useSession();
  const { user } = session;
  const waiting = useWaitingCount();
  const isStopped = useStoppedSending() !== undefined;
  const { pathname, search } = useLocation();
  useEffect(() => rememberAddress(pathname, search), [pathname, search]);
  const isHere = ({ path }: RailPage) => pathname === path || pathname.startsWith(`${path}/`);
  const pages = pagesFor(session);
  const setup = pages.filter((page) => page.isSetup);
  return (
    <Stack h="100%" gap={0} component="nav" aria-label={w.pages}>
      <div className={classes.pages}>
        {pages
          .filter((page) => !page.isSetup)
          .map((page) => (
            <RailLink
              key={page.path}
              page={page}
              isFolded={isFolded}
              isHere={isHere(page)}
              to={lastAddressOf(page, user, isHere(page))}
              waiting={page.isOwn && waiting}
              isMarked={isStopped && page.path === ATTENTION_PATH}
            />
          ))}
        {setup.length > 0 && <Divider my={6} label={isFolded ? undefined : w.setup} labelPosition="left" />}
        {setup.map((page) => (
          <RailLink
            key={page.path}
            page={page}
            to={lastAddressOf(page, user, isHere(page))}
            isFolded={isFolded}
            isHere={isHere(page)}
          />
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
  /** An absolute path. */
  to: string;
  isFolded: boolean;
  isHere: boolean;
  /** How many things wait there for the user. */
  waiting?: number | undefined;
  /** All sending is stopped, and the page says why. */
  isMarked?: boolean;
}

const RailLink = memo(({ page, to, isFolded, isHere, waiting = 0, isMarked = false }: RailLinkProps) => {
  const w = useWords(words);
  const { number, language } = useFormats();
  const about = isMarked ? w.stopped : waiting > 0 ? w.waiting(number(waiting)) : null;
  const name = about ? `${page[language]}, ${about}` : page[language];
  const link = (
    <LightLink
      to={to}
      className={classes.page}
      data-folded={isFolded || undefined}
      data-marked={isMarked || undefined}
      aria-label={name}
      aria-current={isHere ? 'page' : undefined}
    >
      <page.icon size={18} stroke={1.6} aria-hidden />
      {!isFolded && page[language]}
      {!isFolded && isMarked && <span className={classes.mark}>{w.stoppedShort}</span>}
      {!isFolded && waiting > 0 && <span className={classes.waiting}>{number(waiting)}</span>}
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
