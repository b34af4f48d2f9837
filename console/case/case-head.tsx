import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { LevelBadge } from '../level/level-badge.tsx';
import { StatusBadge } from '../level/status-badge.tsx';
import { useFormats } from '../words/formats.ts';
import { type Invoice, useExplanation } from './case-data.ts';
import classes from './case.module.css';
import { WhyThatDay } from './why-that-day.tsx';

/** The head of a case: level, status, and the one sentence that explains it. */
export function CaseHead({ invoice, actions }: { invoice: Invoice; actions: ReactNode }) {
  const { money } = useFormats();
  const { data } = useExplanation(invoice.id);
  return (
    <header className={classes.head}>
      <Group gap={8} mb={6}>
        <LevelBadge level={invoice.dunning.level} />
        <StatusBadge
          status={invoice.dunning.status}
          isToPost={invoice.dunning.next?.letter_made_on != null}
          isStopped={invoice.dunning.next?.line_stopped_at != null}
        />
        <Text fw={600} className="amount" size="md">
          {money(invoice.balance_cents, invoice.currency)}
        </Text>
      </Group>
      <p className={classes.sentence} style={{ margin: '0 0 2px' }} data-testid="sentence">
        {data?.sentence ?? invoice.dunning.sentence}
      </p>
      <Group gap={12} mb={10}>
        {data?.rule && <Text c="dimmed">{data.rule}</Text>}
        <WhyThatDay invoiceId={invoice.id} />
      </Group>
      {actions}
    </header>
  );
}
