import { z } from 'zod';
import { HOLD_KINDS } from '../../domain/case/state.ts';
import { folded } from '../../domain/format/folded.ts';
import { DEBTOR_KINDS } from '../../domain/reminder-content.ts';
import { foreignId, uuid } from '../../facts/inputs/fields.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { literalPattern } from '../frame/containing.ts';
import { queryBoolean, queryCollector, queryCurrency, queryText } from '../frame/fields.ts';
import { findFew } from '../frame/find-few.ts';
import type { ListRequest } from '../frame/list.ts';
import type { Reading } from '../invoices/reading.ts';

export const customerFilters = {
  q: queryText.optional(),
  reference: foreignId.optional(),
  kind: z.enum(DEBTOR_KINDS).optional(),
  collector_id: queryCollector.optional(),
  group_id: uuid.optional(),
  hold: z.enum(HOLD_KINDS).optional(),
  late: queryBoolean.optional(),
  unallocated: queryBoolean.optional(),
  erasable: queryBoolean.optional(),
  currency: queryCurrency.optional(),
};

type Request = ListRequest<typeof customerFilters>;

/** What the filters ask for, as a condition on `customers c`. */
export async function customerCondition(request: Request, reading: Reading): Promise<Prisma.Sql> {
  const { q, reference, kind, collector_id: collectorId, group_id: groupId, hold } = request.query;
  const { late, unallocated, erasable } = request.query;
  const conditions = [
    ...(reference === undefined ? [] : [Prisma.sql`c.reference = ${reference}`]),
    ...(kind === undefined ? [] : [Prisma.sql`c.kind = ${kind}::"CustomerKind"`]),
    ...(collectorId === undefined ? [] : [collectedBy(collectorId)]),
    ...(groupId === undefined ? [] : [Prisma.sql`c."groupId" = ${groupId}::uuid`]),
    ...(hold === undefined ? [] : [held(hold, reading)]),
    ...(late === undefined ? [] : [Prisma.sql`${late ? Prisma.empty : Prisma.sql`NOT`} ${overdue(reading)}`]),
    ...(unallocated === undefined
      ? []
      : [Prisma.sql`${unallocated ? Prisma.empty : Prisma.sql`NOT`} ${free(reading)}`]),
    ...(erasable === undefined ? [] : [Prisma.sql`${erasable} = ${retentionOver(reading)}`]),
    ...(q === undefined ? [] : [await holding(request, q)]),
  ];
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ');
}

const collectedBy = (collectorId: string) =>
  collectorId === 'none' ? Prisma.sql`c."collectorId" IS NULL` : Prisma.sql`c."collectorId" = ${collectorId}::uuid`;

/** A hold in force on the customer or one of the customer's invoices, by the rule of facts/holds/in-force-at.ts. */
const held = (kind: string, { at }: Reading) => Prisma.sql`EXISTS (
  SELECT FROM holds h WHERE h."customerId" = c.id AND h.kind = ${kind}::"HoldKind" AND h."endedAt" IS NULL
    AND (h."endsAt" IS NULL OR h."endsAt" > ${at}))`;

const overdue = ({ currency, todayOn }: Reading) => Prisma.sql`EXISTS (
  SELECT FROM invoices i WHERE i."customerId" = c.id AND i.kind = 'invoice' AND i."closedAs" IS NULL
    AND i.currency = ${currency} AND i."dueOn" < ${todayOn}::date)`;

const free = ({ currency }: Reading) => Prisma.sql`EXISTS (
  SELECT FROM payments p WHERE p."customerId" = c.id AND p.currency = ${currency} AND p."unallocatedCents" > 0)`;

/**
 * Customers with no open invoice and no free money, whose last case, payment, reversal or refund is older than the
 * retention period: the rule of facts/customers/obstacle-to-erasure.ts, which for each customer also looks at work and
 * messages still under way. Customers who never owed or paid anything are left out.
 */
const retentionOver = ({ timeZone, todayOn }: Reading) => Prisma.sql`(c."erasedAt" IS NULL
  AND NOT EXISTS (SELECT FROM invoices i WHERE i."customerId" = c.id AND i."closedAs" IS NULL
    AND (i.kind = 'invoice' OR i."balanceCents" <> 0))
  AND NOT EXISTS (SELECT FROM payments p WHERE p."customerId" = c.id AND p."reversedAt" IS NULL AND p."unallocatedCents" > 0)
  AND COALESCE((
    SELECT (max(over.at) AT TIME ZONE ${timeZone})::date + s."retentionYears" * interval '1 year' <= ${todayOn}::date
    FROM settings s CROSS JOIN LATERAL (
      SELECT i."closedAt" AS at FROM invoices i WHERE i."customerId" = c.id
      UNION ALL SELECT GREATEST(p."receivedAt", p."reversedAt") FROM payments p WHERE p."customerId" = c.id
      UNION ALL SELECT r."recordedAt" FROM refunds r JOIN payments p ON p.id = r."paymentId" WHERE p."customerId" = c.id
      UNION ALL SELECT r."recordedAt" FROM refunds r JOIN invoices i ON i.id = r."creditNoteId" WHERE i."customerId" = c.id) over
    WHERE s."creditorId" = c."creditorId" GROUP BY s."retentionYears"), FALSE))`;

/** Text anywhere in the name, the reference, or a contact's name and address. */
async function holding({ auth, context: { db } }: Request, q: string): Promise<Prisma.Sql> {
  const ours = Prisma.sql`c."creditorId" = ${auth.creditorId}::uuid`;
  const few = await findFew(db, q, (pattern) => [
    Prisma.sql`SELECT c.id FROM customers c WHERE ${ours} AND c."searchText" LIKE ${pattern}`,
    Prisma.sql`SELECT c.id FROM contacts t JOIN customers c ON c.id = t."customerId" WHERE ${ours} AND t."searchText" LIKE ${pattern}`,
  ]);
  if (few) return Prisma.sql`c.id = ANY (${few}::uuid[])`;
  const pattern = `%${literalPattern(folded(q))}%`;
  return Prisma.sql`(c."searchText" LIKE ${pattern}
    OR EXISTS (SELECT FROM contacts t WHERE t."customerId" = c.id AND t."searchText" LIKE ${pattern}))`;
}
