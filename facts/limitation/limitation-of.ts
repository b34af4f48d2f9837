import { localDate } from '../../domain/calendar/local-time.ts';
import { type Acknowledgement, type Limitation, limitation } from '../../domain/limitation/limitation.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

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

/** What an invoice's limitation is computed from; null when there is no such invoice. */
export const readForLimitation = (db: Database, invoiceId: string) =>
  db.invoice.findUnique({ where: { id: invoiceId }, select: CLAIM });

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
