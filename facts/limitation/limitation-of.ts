import { localDate } from '../../domain/calendar/local-time.ts';
import { type Acknowledgement, type Limitation, limitation } from '../../domain/limitation/limitation.ts';
import { fromDateColumn } from '../../prisma/dates.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

/**
 * What the limitation of a claim is worked out from. A promise that was broken was made all the same; one that was withdrawn may
 * never have been, and one that was only spoken proves nothing. A payment of the debtor that named this invoice when it was posted is
 * his own acknowledgement; one that was set against it afterwards, or is another customer's, is arguable.
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

/** What an invoice's limitation is worked out from; null when there is no such invoice. */
export const readForLimitation = (db: Database, invoiceId: string) =>
  db.invoice.findUnique({ where: { id: invoiceId }, select: CLAIM });

/** The limitation of what an invoice claims; null of a credit note and of a case that has ended, which claim nothing. */
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
    // Of one day the payment comes last and is named: it needs no other proof.
    acknowledgements: [...promises, ...payments],
  });
}
