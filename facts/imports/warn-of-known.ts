import { addDays, daysBetween } from '../../domain/calendar/local-date.ts';
import { fromDateColumn, toDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { readPayment } from './record-inputs.ts';
import type { Refusal } from './store-unit.ts';
import type { ImportUnit } from './units.ts';

/** A bank may book a payment some days away from the day that a person entered for it. */
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
 * For the payments of this import, by line: an earlier payment under another id that looks like the same one. Both
 * count until a person reverses one. Two payments in the same file are not compared.
 */
export async function warnOfKnown(db: Database, importId: string, units: readonly ImportUnit[]): Promise<Refusal[]> {
  const lines = new Map(
    units.flatMap(({ records }): [string, number][] => {
      const id = readPayment(records).input?.external_id;
      return id === undefined || !records[0] ? [] : [[id, records[0].line]];
    }),
  );
  // Ids are in chronological order: a payment with a later id than the import came with it.
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

/** Selects every payment that may be like one of these. */
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
