import { addDays, daysBetween } from '../../domain/calendar/local-date.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { readPayment } from './record-inputs.ts';
import type { Refusal } from './store-unit.ts';
import type { ImportUnit } from './units.ts';

/** A bank books a payment some days from the one that a person typed for it. */
const DAYS_APART = 3;

interface Compared {
  id: string;
  externalId: string;
  customerId: string;
  currency: string;
  amountCents: number;
  paidOn: Date;
}

const COMPARED = {
  ...{ id: true, externalId: true, customerId: true, currency: true, amountCents: true, paidOn: true },
} as const satisfies Prisma.PaymentSelect;

/**
 * Of payments that this import has brought, by line: which the same customer seems to have made already, under another id, before it.
 * Both count until a person takes one back. Two of one file are two.
 */
export async function warnOfKnown(db: Database, importId: string, units: readonly ImportUnit[]): Promise<Refusal[]> {
  const lines = new Map(
    units.flatMap(({ records }): [string, number][] => {
      const id = readPayment(records).input?.external_id;
      return id === undefined || !records[0] ? [] : [[id, records[0].line]];
    }),
  );
  // Ids are in the order in which they were given: what has a later one than the import came with it.
  const brought: Compared[] = await db.payment.findMany({
    where: { externalId: { in: [...lines.keys()] }, id: { gt: importId }, reversedAt: null },
    select: COMPARED,
  });
  if (brought.length === 0) return [];
  const earlier: Compared[] = await db.payment.findMany({
    where: { ...around(brought), id: { lt: importId }, reversedAt: null },
    select: COMPARED,
  });
  const warnings = brought.flatMap((payment) => {
    const known = earlier.find((other) => isAlike(payment, other));
    if (!known) return [];
    const detail = `Perhaps the payment ${known.externalId} of ${fromDateColumn(known.paidOn)}: same customer, same amount.`;
    return [{ line: lines.get(payment.externalId)!, code: 'perhaps_known', detail }];
  });
  return warnings.toSorted((one, other) => one.line - other.line);
}

/** All that may be alike one of these. */
function around(payments: readonly Compared[]): Prisma.PaymentWhereInput {
  const days = payments.map(({ paidOn }) => fromDateColumn(paidOn)).toSorted();
  return {
    customerId: { in: payments.map(({ customerId }) => customerId) },
    amountCents: { in: payments.map(({ amountCents }) => amountCents) },
    paidOn: {
      gte: toDateColumn(addDays(days[0]!, -DAYS_APART)),
      lte: toDateColumn(addDays(days.at(-1)!, DAYS_APART)),
    },
  };
}

const isAlike = (one: Compared, other: Compared): boolean =>
  one.customerId === other.customerId &&
  one.currency === other.currency &&
  one.amountCents === other.amountCents &&
  Math.abs(daysBetween(fromDateColumn(one.paidOn), fromDateColumn(other.paidOn))) <= DAYS_APART;
