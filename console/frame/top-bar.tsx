import { Group, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { defineWords, useWords } from '../words/words.ts';
import icon from './icon.svg';
import { openSearch } from './open-search.tsx';
import { useSession } from './session.ts';
import classes from './top-bar.module.css';
import { UserMenu } from './user-menu.tsx';

const words = defineWords(
  { find: 'Rechercher', search: 'Facture, client, règlement, prescripteur…' },
  { find: 'Search', search: 'Invoice, customer, payment, referrer…' },
);

/** Above every page: the creditor, the search and the user's menu. */
export function TopBar() {
  const w = useWords(words);
  const { creditor } = useSession();
  return (
    <Group h="100%" px="md" justify="space-between" wrap="nowrap" className={classes.bar}>
      <Group gap="sm" wrap="nowrap" className={classes.creditor}>
        <img src={icon} width={24} height={24} alt="" />
        <Text fw={650} size="md">
          Relance
        </Text>
        <Text c="dimmed" truncate maw={260}>
          {creditor.name}
        </Text>
      </Group>
      <UnstyledButton className={classes.search} onClick={openSearch}>
        <IconSearch size={15} aria-hidden />
        <VisuallyHidden>{w.find}</VisuallyHidden>
        <span>{w.search}</span>
        <kbd>Ctrl K</kbd>
      </UnstyledButton>
      <UserMenu />
    </Group>
  );
}
