import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';
import type { Narrowed } from '../../figures/list-of.ts';

export type Figures = Schema<'Dashboard'>;

/** The first part of all query keys of the dashboard, so that everything is refreshed together. */
export const DASHBOARD = ['dashboard'];

export interface ReportProps {
  figures: Figures;
  narrowed: Narrowed;
}

/** A report: its name, a hint, and its content. */
export function Report({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title} h="100%">
      <Title order={2} size="h5">
        {title}
      </Title>
      {hint && (
        <Text c="dimmed" mb="sm">
          {hint}
        </Text>
      )}
      {children}
    </Paper>
  );
}
