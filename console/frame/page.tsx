import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** Beside the title, on the right: filters, and the one primary button. */
  actions?: ReactNode;
  /** The content scrolls by itself (a table that fills the page) and not with the page. */
  isFilled?: boolean;
  children: ReactNode;
}

/** A page: one title, its actions, its content. */
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
