import { Anchor, Text } from '@mantine/core';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Schema } from '../../api/client.ts';
import { ageWords, OF_AGE } from '../../figures/ages.ts';
import { listOf } from '../../figures/list-of.ts';
import type { SheetColumn } from '../../table/sheet.ts';
import { customerName, ownNameIn } from '../../words/customer-name.ts';
import { useFormats } from '../../words/formats.ts';
import { useLanguage } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { AGES } from './aged-query.ts';
import { agedWords } from './aged-words.ts';
import { Sum } from './sum.tsx';

/** A row of the aged balance. A customer has at most one row per currency, so the id is the customer's. */
export type AgedRow = Schema<'AgedCustomer'> & { id: string };

/**
 * The minimum widths, with 140 pixels for the name, add up to 1200: the width left in a window of 1400 beside the
 * unfolded menu. Each column fits its heading, a day with the longest name of a month, a collector's name, and six
 * digits of euros.
 */
const AMOUNT = { width: 'minmax(92px, 0.5fr)', align: 'right' } as const;
/** Deducted amounts, which are seldom large. */
const DEDUCTED = { width: 'minmax(86px, 0.4fr)' } as const;
/** The ages with most of the amounts. */
const WIDE = { width: 'minmax(102px, 0.5fr)' } as const;
const UNDER_WIDE_HEADING = { width: 'minmax(108px, 0.5fr)' } as const;

/** The page of a customer, in the currency of the row. */
export const customerOf = ({ customer_id: id, currency }: Schema<'AgedCustomer'>, own: string): string =>
  `/clients/${id}${currency === own ? '' : `?currency=${currency}`}`;

const casesOf = (row: AgedRow, cases: Record<string, string | number>, path: '/relances' | '/contentieux') =>
  listOf(
    path,
    { ...cases, customer_id: row.customer_id },
    { collectorId: undefined, currency: row.currency, otherCurrency: undefined },
  );

/** Adds the customer's reference to the exported file, which accountants use to find the customer. */
export function useAgedSheet(columns: readonly ColumnDef<AgedRow>[]): SheetColumn[] {
  const w = useWords(agedWords);
  const [name, ...rest] = columns as readonly SheetColumn[];
  return [...(name ? [name] : []), { header: w.reference, meta: { sheet: { text: 'reference' } } }, ...rest];
}

/** `own`: the creditor's own currency. */
export function useAgedColumns(own: string): ColumnDef<AgedRow>[] {
  const who = useWho(own);
  const ages = useAges();
  const sums = useSums(own);
  return useMemo(() => [...who, ...ages, ...sums], [who, ages, sums]);
}

function useWho(own: string): ColumnDef<AgedRow>[] {
  const w = useWords(agedWords);
  const { language } = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        header: w.customer,
        meta: { width: 'minmax(140px, 1.6fr)', sort: 'name', sheet: { text: ownNameIn(language) } },
        cell: ({ row: { original } }) => (
          <Anchor
            component={Link}
            to={customerOf(original, own)}
            fz={12.5}
            fw={560}
            truncate
            title={`${customerName(original, language)} · ${original.reference}`}
          >
            {customerName(original, language)}
          </Anchor>
        ),
      },
      {
        id: 'collector',
        header: w.collector,
        meta: { width: 'minmax(112px, 0.7fr)', sheet: { text: 'collector_name' } },
        cell: ({ row: { original } }) => (
          <Text truncate fz="inherit" title={original.collector?.name ?? ''}>
            {original.collector?.name ?? ''}
          </Text>
        ),
      },
    ],
    [w, language, own],
  );
}

function useAges(): ColumnDef<AgedRow>[] {
  const w = useWords(agedWords);
  const ages = useWords(ageWords);
  return useMemo(
    () =>
      AGES.map(([age, field]): ColumnDef<AgedRow> => ({
        id: age,
        header: ages[age],
        meta: { ...AMOUNT, sheet: { money: field }, ...(field === 'over_90_cents' ? { sort: field } : {}) },
        cell: ({ row: { original } }) => (
          <Sum
            cents={original[field]}
            currency={original.currency}
            to={casesOf(original, OF_AGE[age], '/relances')}
            said={w.seeCases(ages[age])}
          />
        ),
      })),
    [w, ages],
  );
}

function useSums(own: string): ColumnDef<AgedRow>[] {
  const w = useWords(agedWords);
  const { money, day, lateness } = useFormats();
  return useMemo(
    () => [
      {
        id: 'credits',
        header: w.credits,
        meta: { ...AMOUNT, ...DEDUCTED, sheet: { money: 'credit_notes_cents' } },
        cell: ({ row: { original } }) => (
          <Sum
            cents={original.credit_notes_cents}
            currency={original.currency}
            to={customerOf(original, own)}
            said={w.seeAccount}
          />
        ),
      },
      {
        id: 'unallocated',
        header: w.unallocated,
        meta: { ...AMOUNT, ...DEDUCTED, sheet: { money: ({ unallocated_cents: cents }) => -Number(cents) } },
        cell: ({ row: { original } }) => (
          <Sum
            cents={-original.unallocated_cents}
            currency={original.currency}
            to={`/clients/${original.customer_id}?tab=payments`}
            said={w.seePayments}
          />
        ),
      },
      {
        id: 'total',
        header: w.total,
        meta: { ...AMOUNT, ...WIDE, sort: 'total_cents', sheet: { money: 'total_cents' } },
        cell: ({ row: { original } }) => (
          <Text fw={600} className="figures" fz="inherit">
            {money(original.total_cents, original.currency)}
          </Text>
        ),
      },
      {
        id: 'oldest',
        header: w.oldest,
        meta: { width: 'minmax(104px, 0.4fr)', sort: 'oldest_due_on', sheet: { day: 'oldest_due_on' } },
        cell: ({ row: { original } }) =>
          original.oldest_due_on && (
            <Text
              truncate
              fz="inherit"
              title={[w.oldestHint, lateness(original.oldest_days_late)].filter(Boolean).join(' · ')}
            >
              {day(original.oldest_due_on)}
            </Text>
          ),
      },
      {
        id: 'litigation',
        header: w.litigation,
        meta: { ...AMOUNT, ...UNDER_WIDE_HEADING, sheet: { money: 'litigation_cents' } },
        cell: ({ row: { original } }) => (
          <Sum
            cents={original.litigation_cents}
            currency={original.currency}
            to={casesOf(original, {}, '/contentieux')}
            said={w.seeCases(w.litigation)}
          />
        ),
      },
    ],
    [w, own, money, day, lateness],
  );
}
