import { Prisma } from '../../prisma/generated/client.ts';

/**
 * How late what is due on `"dueOn"` is, in days, as conditions of which exactly one holds: the ages of every balance by age, the whole
 * portfolio's and a customer's.
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
