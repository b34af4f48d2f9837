import type { CaseFacts } from '../domain/case/state.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { ClosedAs, HoldKind } from '../prisma/generated/enums.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/** Which of an invoice's own holds are in force. */
export const HOLDS_IN_FORCE = { where: { endedAt: null }, orderBy: { sinceAt: 'asc' } } as const;

/** Which of a customer's own holds are in force: they hold all of his invoices. */
export const CUSTOMER_HOLDS_IN_FORCE = { where: { endedAt: null, invoiceId: null } } as const;

/** What a case's facts are made of. */
interface FactSource {
  version: number;
  balanceCents: number;
  currency: string;
  closedAs: ClosedAs | null;
  attentionCode: string | null;
  holds: FactHold[];
  customer: { holds: FactHold[] };
}

interface FactHold {
  id: string;
  kind: HoldKind;
  untilOn: Date | null;
  endsAt: Date | null;
}

/** A case as it is told and started. */
export interface LoadedCase extends FactSource {
  id: string;
  creditorId: string;
  slug: string;
  customerId: string;
  number: string;
  totalCents: number;
  toldVersion: number;
  /** The specific actions that it is in; of a closed one, those that ended with it. */
  specificActionIds: string[];
}

/** The columns of `FactSource` of an invoice `i`; its holds as JSON. */
export const FACT_COLUMNS = Prisma.sql`
  i.version, i."balanceCents"::float8 AS "balanceCents", i.currency, i."closedAs"::text AS "closedAs", i."attentionCode",
  (SELECT COALESCE(jsonb_agg(to_jsonb(h) ORDER BY h."sinceAt"), '[]') FROM holds h
    WHERE h."invoiceId" = i.id AND h."endedAt" IS NULL) AS "ownHolds",
  (SELECT COALESCE(jsonb_agg(to_jsonb(h)), '[]') FROM holds h
    WHERE h."customerId" = i."customerId" AND h."invoiceId" IS NULL AND h."endedAt" IS NULL) AS "customerHolds"`;

/** A row of `FACT_COLUMNS`. */
export type FactRow = Omit<FactSource, 'holds' | 'customer'> & Record<'ownHolds' | 'customerHolds', FactHoldJson[]>;
type FactHoldJson = Omit<FactHold, 'untilOn' | 'endsAt'> & Record<'untilOn' | 'endsAt', string | null>;

/**
 * Invoices with what their facts are made of; credit notes have no case. By hand: every fact, message and decision asks for
 * it, and ids come from rows that were read before.
 */
export async function loadCases(db: Database | Transaction, invoiceIds: readonly string[]): Promise<LoadedCase[]> {
  const rows = await db.$queryRaw<(FactRow & Omit<LoadedCase, keyof FactSource>)[]>`
    SELECT i.id, i."creditorId", c.slug, i."customerId", i.number, i."totalCents"::float8 AS "totalCents",
      i."toldVersion", ${FACT_COLUMNS},
      ARRAY(SELECT h."actionId" FROM holds h WHERE h."invoiceId" = i.id AND h."actionId" IS NOT NULL
        AND (h."endedAt" IS NULL OR (i."closedAs" IS NOT NULL AND h.kind = 'specific_action' AND h.outcome = 'case_closed'))
      ) AS "specificActionIds"
    FROM invoices i JOIN creditors c ON c.id = i."creditorId"
    WHERE i.id = ANY (${[...new Set(invoiceIds)]}::uuid[]) AND i.kind = 'invoice'`;
  return rows.map((row) => ({ ...row, ...factSource(row) }));
}

/** What a row says the facts are made of. */
export function factSource({ ownHolds, customerHolds, ...row }: FactRow): FactSource {
  return { ...row, holds: ownHolds.map(inCode), customer: { holds: customerHolds.map(inCode) } };
}

const inCode = ({ id, kind, untilOn, endsAt }: FactHoldJson): FactHold => ({
  id,
  kind,
  untilOn: untilOn === null ? null : new Date(untilOn),
  endsAt: endsAt === null ? null : new Date(endsAt),
});

/** What travels to the workflow: the whole state that resulted, and never a difference. */
export function caseFacts(row: FactSource): CaseFacts {
  return {
    version: row.version,
    balanceCents: row.balanceCents,
    currency: row.currency,
    closedAs: row.closedAs,
    attention: row.attentionCode,
    holds: [...row.customer.holds, ...row.holds].map((hold) => ({
      id: hold.id,
      kind: hold.kind,
      untilOn: hold.untilOn ? hold.untilOn.toISOString().slice(0, 10) : null,
      endsAt: hold.endsAt ? hold.endsAt.toISOString() : null,
    })),
  };
}
