import { z } from 'zod';
import { daysBetween } from '../../domain/calendar/local-date.ts';
import type { AgedCustomer, AgedSums } from '../../facts/dashboard/aged-balance.ts';
import { isErased } from '../customers/erased-mark.ts';

const cents = (description: string) => z.int().meta({ description });

/** The open amounts by age, in one currency. */
export const agedSums = z.object({
  currency: z.string(),
  not_due_cents: cents('Open invoices that are due later than today.'),
  days_0_30_cents: cents('Due today, or up to 30 days late.'),
  days_31_60_cents: z.int(),
  days_61_90_cents: z.int(),
  over_90_cents: z.int(),
  litigation_cents: cents('How much of the amounts by age is in litigation.'),
  credit_notes_cents: cents('The unused part of credit notes, as a negative amount.'),
  unallocated_cents: cents('Money that is not allocated yet, as a positive amount.'),
  total_cents: cents('The amounts by age and the credit notes, minus the money that is not allocated.'),
});

const named = z.object({ id: z.string(), name: z.string() }).nullable();

export const agedCustomer = z
  .object({
    customer_id: z.string(),
    reference: z.string(),
    name: z.string(),
    collector: named,
    group: named,
    ...agedSums.shape,
    oldest_due_on: z.iso.date().nullable().meta({ description: 'The due date of the oldest open invoice.' }),
    oldest_days_late: z
      .int()
      .nullable()
      .meta({ description: 'Days since `oldest_due_on`; 0 or less when it is not late.' }),
    erased: isErased,
  })
  .meta({ id: 'AgedCustomer' });

export const sumsBody = (of: AgedSums): z.output<typeof agedSums> => ({
  currency: of.currency,
  not_due_cents: of.notDueCents,
  days_0_30_cents: of.upTo30Cents,
  days_31_60_cents: of.upTo60Cents,
  days_61_90_cents: of.upTo90Cents,
  over_90_cents: of.beyondCents,
  litigation_cents: of.litigationCents,
  credit_notes_cents: of.creditNotesCents,
  unallocated_cents: of.unallocatedCents,
  total_cents: of.totalCents,
});

/** A customer's line of the aged balance on `todayOn`, a local date. */
export const agedBody = (row: AgedCustomer, todayOn: string): z.output<typeof agedCustomer> => ({
  customer_id: row.id,
  reference: row.reference,
  name: row.name,
  collector: row.collectorId === null ? null : { id: row.collectorId, name: row.collectorName ?? '' },
  group: row.groupId === null ? null : { id: row.groupId, name: row.groupName ?? '' },
  ...sumsBody(row),
  oldest_due_on: row.oldestDueOn,
  oldest_days_late: row.oldestDueOn === null ? null : daysBetween(row.oldestDueOn, todayOn),
  erased: row.erased,
});
