import { Button, List, Text } from '@mantine/core';
import { useState } from 'react';
import type { Schema } from '../api/client.ts';
import { Dialog } from '../frame/dialog.tsx';
import { useFormats } from '../words/formats.ts';
import { withColon } from '../words/joined.ts';
import { defineWords, useWords } from '../words/words.ts';
import { Block } from './block.tsx';
import { type Invoice, useLateInterest } from './case-data.ts';
import classes from './case.module.css';

type Interest = Schema<'LateInterest'>;

const words = defineWords(
  {
    title: (day: string) => `Pénalités de retard au ${day}`,
    interest: 'Intérêts',
    lumpSum: 'Indemnité',
    principal: 'Principal restant',
    total: 'Total avec le reste dû',
    detail: 'Voir le calcul',
    period: (from: string, to: string, days: string) => `Du ${from} au ${to} (${days})`,
    at: (principal: string, rate: string) => `${principal} à ${rate}\u00a0%`,
    oneDay: 'jour',
    manyDays: 'jours',
    toVerify: 'à vérifier',
    year: 'Chaque jour compte pour un 365e d’année\u00a0; la somme est arrondie une fois.',
    notice: (day: string) => `Mise en demeure du ${day}.`,
  },
  {
    title: (day: string) => `Late interest on ${day}`,
    interest: 'Interest',
    lumpSum: 'Lump sum',
    principal: 'Principal left',
    total: 'Total with what is due',
    detail: 'See how',
    period: (from: string, to: string, days: string) => `${from} to ${to} (${days})`,
    at: (principal: string, rate: string) => `${principal} at ${rate}%`,
    oneDay: 'day',
    manyDays: 'days',
    toVerify: 'to be verified',
    year: 'Each day counts for a 365th of a year; the sum is rounded once.',
    notice: (day: string) => `Formal notice of ${day}.`,
  },
);

/** What may be claimed besides the debt, or the sentence that says why nothing may be. Never shown to the debtor. */
export function LateInterest({ invoice }: { invoice: Invoice }) {
  const w = useWords(words);
  const { day } = useFormats();
  const isLate = invoice.kind === 'invoice' && invoice.days_late !== null && invoice.days_late > 0;
  const { data } = useLateInterest(invoice.id, isLate);
  if (!isLate || !data || isSilent(data)) return null;
  return (
    <Block title={w.title(day(data.on))}>
      {data.state === 'owed' ? <Sums of={data} /> : <Text size="sm">{data.sentence}</Text>}
    </Block>
  );
}

/** Paid in time, or given up: nothing to show. */
const isSilent = ({ state, lump_sum_cents, principal_cents }: Interest) =>
  state === 'none' && lump_sum_cents === 0 && principal_cents === 0;

function Sums({ of }: { of: Interest }) {
  const w = useWords(words);
  const { money } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const amount = (cents: number) => money(cents, of.currency);
  return (
    <>
      <dl className={classes.amounts}>
        {of.interest_paid_cents > 0 && (
          <>
            <dt>{w.principal}</dt>
            <dd>{amount(of.principal_cents)}</dd>
          </>
        )}
        <dt>{w.interest}</dt>
        <dd data-testid="late-interest">{amount(of.interest_cents ?? 0)}</dd>
        {of.lump_sum_cents > 0 && (
          <>
            <dt>{w.lumpSum}</dt>
            <dd>{amount(of.lump_sum_cents)}</dd>
          </>
        )}
        <dt>{w.total}</dt>
        <dd>{amount(of.total_cents ?? 0)}</dd>
      </dl>
      <Button variant="subtle" size="compact-xs" onClick={() => setOpen(true)}>
        {w.detail}
      </Button>
      {isOpen && <Detail of={of} close={() => setOpen(false)} />}
    </>
  );
}

function Detail({ of, close }: { of: Interest; close: () => void }) {
  const w = useWords(words);
  const { money, day, count, language } = useFormats();
  const percent = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const days = (number: number) => count(number, w.oneDay, w.manyDays);
  return (
    <Dialog onClose={close} title={w.title(day(of.on))} size="lg">
      <Text fw={550}>{of.sentence}</Text>
      {of.notice_on !== null && <Text size="sm">{w.notice(day(of.notice_on))}</Text>}
      <List size="sm" mt={8} spacing={6}>
        {of.periods.map((one) => (
          <List.Item key={one.from_on}>
            {w.period(day(one.from_on), day(one.to_on), days(one.days))}
            {withColon(language, '')}
            {w.at(money(one.principal_cents, of.currency), percent.format(one.rate_basis_points / 100))}
            <Text size="xs" c="dimmed">
              {[one.rule_text, one.source, ...(one.to_verify ? [w.toVerify] : [])].join(' · ')}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed" mt={8}>
        {w.year} {of.imputation_text}
      </Text>
    </Dialog>
  );
}
