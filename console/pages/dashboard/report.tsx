import { Paper, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/client.ts';

export type Figures = Schema<'Dashboard'>;

/** What all that the reports ask for begins with: it is refreshed together. */
export const DASHBOARD = ['dashboard'];

export interface ReportProps {
  figures: Figures;
  narrowed: Narrowed;
}

/** What the figures are of, as the lists behind them take it. */
export interface Narrowed {
  /** Of this collector's customers alone. */
  collectorId: string | undefined;
  currency: string;
  /** The same when it is another than the creditor's own: lists of customers, and a customer, are of the own by themselves. */
  otherCurrency: string | undefined;
}

/** The address of the list behind a figure. */
export function listOf(
  path: '/relances' | '/clients',
  filters: Record<string, string | number>,
  { collectorId, currency, otherCurrency }: Narrowed,
): string {
  // Lists of invoices are of all currencies by themselves, and figures of one.
  const of = path === '/relances' ? currency : otherCurrency;
  const all = { ...filters, ...(collectorId ? { collector_id: collectorId } : {}), ...(of ? { currency: of } : {}) };
  const query = new URLSearchParams(Object.entries(all).map(([name, value]) => [name, String(value)]));
  return `${path}?${query.toString()}`;
}

/** A report: its name, what it says, and where it comes from. */
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
