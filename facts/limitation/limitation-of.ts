import { localDate } from '../../domain/calendar/local-time.ts';
import { type Acknowledgement, type Limitation, limitation } from '../../domain/limitation/limitation.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import { Prisma } from '../../prisma/generated/client.ts';

/**
 * The columns from which a claim's limitation is computed. A broken promise was made all the same; a withdrawn one may
 * never have been made, and an oral one proves nothing. A payment by the debtor that named this invoice when it was
 * posted is the debtor's own acknowledgement; one allocated later, or made by another customer, is arguable.
 */
export const CLAIM = {
  kind: true,
  closedAs: true,
  issuedOn: true,
  dueOn: true,
  customerId: true,
  customer: { select: { kind: true } },
  allocations: {
    where: { reversedAt: null, paymentId: { not: null } },
    select: { allocatedAt: true, payment: { select: { paidOn: true, customerId: true, receivedAt: true } } },
  },
  holds: {
    where: { kind: 'promise', OR: [{ outcome: null }, { outcome: { not: 'withdrawn' } }] },
    select: { sinceAt: true, evidenceKind: true, evidenceOn: true },
  },
} as const satisfies Prisma.InvoiceSelect;

type ClaimRow = Prisma.InvoiceGetPayload<{ select: typeof CLAIM }>;

/** The payments and promises by which the debtor may have acknowledged the claim. */
export type Acknowledged = Pick<ClaimRow, 'allocations' | 'holds'>;

/** `Acknowledged` of an invoice `i`, as JSON for `rowInCode`. */
export const ACKNOWLEDGED_JSON = Prisma.sql`
  jsonb_build_object(
    'allocations', ARRAY(SELECT jsonb_build_object('allocatedAt', a."allocatedAt", 'payment',
        jsonb_build_object('paidOn', p."paidOn", 'customerId', p."customerId", 'receivedAt', p."receivedAt"))
      FROM allocations a JOIN payments p ON p.id = a."paymentId" WHERE a."invoiceId" = i.id AND a."reversedAt" IS NULL),
    'holds', ARRAY(SELECT jsonb_build_object(
        'sinceAt', h."sinceAt", 'evidenceKind', h."evidenceKind", 'evidenceOn', h."evidenceOn")
      FROM holds h WHERE h."invoiceId" = i.id AND h.kind = 'promise' AND h.outcome IS DISTINCT FROM 'withdrawn'))`;

/** The limitation of an invoice's claim; null for a credit note and for a case that has ended, which claim nothing. */
export function limitationOf(row: ClaimRow, timeZone: string): Limitation | null {
  if (row.kind === 'credit_note' || row.closedAs !== null) return null;
  const payments = row.allocations.flatMap(({ allocatedAt, payment }): Acknowledgement[] => {
    if (!payment) return [];
    const isOwn = payment.customerId === row.customerId && allocatedAt <= payment.receivedAt;
    return [{ kind: 'payment', on: fromDateColumn(payment.paidOn), ...(isOwn ? {} : { isArguable: true }) }];
  });
  const promises = row.holds.flatMap(({ sinceAt, evidenceKind, evidenceOn }): Acknowledgement[] => {
    if (evidenceKind === 'oral') return [];
    const on = evidenceOn ? fromDateColumn(evidenceOn) : localDate(sinceAt.toISOString(), timeZone);
    return [{ kind: 'promise', on, ...(evidenceKind === 'written' ? { isWritten: true } : {}) }];
  });
  return limitation({
    debtor: row.customer.kind,
    issuedOn: fromDateColumn(row.issuedOn),
    dueOn: row.dueOn && fromDateColumn(row.dueOn),
    // Payments after promises: of two on the same day the payment is named, which needs no other proof.
    acknowledgements: [...promises, ...payments],
  });
}
