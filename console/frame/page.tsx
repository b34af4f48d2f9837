import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** Right of the title: filters, and the one primary button. */
  actions?: ReactNode;
  /** The content (a table that fills the page) scrolls, not the page. */
  isFilled?: boolean;
  children: ReactNode;
}

/** A page: its title, its actions, its content. */
export function Page({ title, actions, isFilled, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Relance`;
  }, [title]);
  return (
    <div className={isFilled ? classes.filled : classes.flowing}>
      <Group className={classes.head} justify="space-between" wrap="nowrap">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Group gap="sm">{actions}</Group>
      </Group>
      {children}
    </div>
  );
}
