import { Prisma } from '../../prisma/generated/client.ts';

/**
 * How many days late an invoice due on `"dueOn"` is, as SQL conditions exactly one of which holds. Every balance by age
 * uses them, for the whole portfolio and for one customer.
 */
export function agesOn(todayOn: string) {
  const today = Prisma.sql`${todayOn}::date`;
  const between = (from: number, to: number) => Prisma.sql`${today} - "dueOn" BETWEEN ${from}::int AND ${to}::int`;
  return {
    notDueCents: Prisma.sql`"dueOn" > ${today}`,
    upTo30Cents: between(0, 30),
    upTo60Cents: between(31, 60),
    upTo90Cents: between(61, 90),
    beyondCents: Prisma.sql`${today} - "dueOn" > 90`,
  };
}
