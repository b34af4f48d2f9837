import type { CaseFacts } from '../domain/case/state.ts';
import { Prisma } from '../prisma/generated/client.ts';
import type { ClosedAs, HoldKind } from '../prisma/generated/enums.ts';
import type { Database, Transaction } from '../prisma/client.ts';

/** Selects an invoice's own holds that are in force. */
export const HOLDS_IN_FORCE = { where: { endedAt: null }, orderBy: { sinceAt: 'asc' } } as const;

/** Selects the holds of a customer that are in force and apply to all their invoices. */
export const CUSTOMER_HOLDS_IN_FORCE = { where: { endedAt: null, invoiceId: null } } as const;

/** The columns from which a case's facts are made. */
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

/** A case as it is needed to signal or start its workflow. */
export interface LoadedCase extends FactSource {
  id: string;
  creditorId: string;
  slug: string;
  customerId: string;
  number: string;
  totalCents: number;
  toldVersion: number;
  /** The specific actions that the invoice is in; for a closed case, those that ended with it. */
  specificActionIds: string[];
}

/** The SQL columns of `FactSource` for an invoice `i`; its holds are JSON. */
export const FACT_COLUMNS = Prisma.sql`
  i.version, i."balanceCents"::float8 AS "balanceCents", i.currency, i."closedAs"::text AS "closedAs", i."attentionCode",
  (SELECT COALESCE(jsonb_agg(to_jsonb(h) ORDER BY h."sinceAt"), '[]') FROM holds h
    WHERE h."invoiceId" = i.id AND h."endedAt" IS NULL) AS "ownHolds",
  (SELECT COALESCE(jsonb_agg(to_jsonb(h)), '[]') FROM holds h
    WHERE h."customerId" = i."customerId" AND h."invoiceId" IS NULL AND h."endedAt" IS NULL) AS "customerHolds"`;

/** A row that was read with `FACT_COLUMNS`. */
export type FactRow = Omit<FactSource, 'holds' | 'customer'> & Record<'ownHolds' | 'customerHolds', FactHoldJson[]>;
type FactHoldJson = Omit<FactHold, 'untilOn' | 'endsAt'> & Record<'untilOn' | 'endsAt', string | null>;

/**
 * Loads invoices (no credit notes, which have no case) with what their facts are made from. Raw SQL, since every fact,
 * message and decision runs it. Not narrowed to a creditor: the ids must come from rows that were already read for that
 * creditor.
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

/** Turns a raw row into the source of a case's facts. */
export function factSource({ ownHolds, customerHolds, ...row }: FactRow): FactSource {
  return { ...row, holds: ownHolds.map(inCode), customer: { holds: customerHolds.map(inCode) } };
}

const inCode = ({ id, kind, untilOn, endsAt }: FactHoldJson): FactHold => ({
  id,
  kind,
  untilOn: untilOn === null ? null : new Date(untilOn),
  endsAt: endsAt === null ? null : new Date(endsAt),
});

/** The facts sent to the workflow: the whole resulting state, never a difference. */
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
