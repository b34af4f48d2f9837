import { CUSTOMER_INSOLVENCY, INSOLVENCY, WITH_INTEREST } from '../interest/late-interest-of.ts';
import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';

/** Open invoices with a litigation in force. */
const IN_LITIGATION: Prisma.InvoiceWhereInput = {
  kind: 'invoice',
  closedAs: null,
  holds: { some: { kind: 'litigation', endedAt: null } },
};

const LITIGATION_OR_INSOLVENCY = {
  where: { OR: [{ kind: 'litigation', endedAt: null }, INSOLVENCY] },
  orderBy: { sinceAt: 'desc' },
} satisfies Prisma.Invoice$holdsArgs;
const WITH_CLAIM = {
  ...WITH_INTEREST,
  holds: LITIGATION_OR_INSOLVENCY,
  customer: {
    include: {
      contacts: { orderBy: { position: 'asc' } },
      collector: { select: { name: true } },
      holds: { where: CUSTOMER_INSOLVENCY },
    },
  },
} as const satisfies Prisma.InvoiceInclude;

/** Those of these invoices that are in litigation, in the order of their ids. */
export async function readClaims(db: Database, invoiceIds: readonly string[]) {
  return db.invoice.findMany({
    where: { ...IN_LITIGATION, id: { in: [...invoiceIds] } },
    include: WITH_CLAIM,
    orderBy: { id: 'asc' },
  });
}

/** The invoice as a claim; null when it is not in litigation. */
export async function readClaim(db: Database, invoiceId: string) {
  return db.invoice.findFirst({ where: { ...IN_LITIGATION, id: invoiceId }, include: WITH_CLAIM });
}

export type Claim = Awaited<ReturnType<typeof readClaims>>[number];

/** The claim's litigation that is in force. */
export const litigationOf = ({ holds }: Claim) => holds.find(({ kind }) => kind === 'litigation');

/**
 * Leaves out what reached nobody, which proves nothing; mails between colleagues, which are internal; and statements,
 * which name other customers (history says that they were sent).
 */
const LEFT = {
  status: { notIn: ['reserved', 'rendered', 'cancelled', 'failed'] },
  origin: { notIn: ['internal', 'statement'] },
} satisfies Prisma.MessageWhereInput;

/**
 * Everything that is handed over with a case: what was sent, paid, promised, disputed and said. Bytes are not read
 * here.
 */
export async function readCaseFile(db: Database, invoiceId: string) {
  const [messages, allocations, holds, history] = await Promise.all([
    db.message.findMany({
      where: { ...LEFT, items: { some: { invoiceId } } },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      include: {
        items: { where: { invoiceId } },
        action: { select: { registeredNumber: true, postedOn: true } },
        content: { select: { erasedAt: true } },
        proofs: { omit: { bytes: true }, orderBy: { receivedAt: 'asc' } },
      },
    }),
    db.allocation.findMany({
      where: { invoiceId },
      orderBy: { allocatedAt: 'asc' },
      include: { payment: true, creditNote: { select: { number: true, issuedOn: true } } },
    }),
    db.hold.findMany({
      where: { invoiceId, kind: { in: ['promise', 'dispute'] } },
      orderBy: { sinceAt: 'asc' },
    }),
    db.historyEntry.findMany({ where: { invoiceId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] }),
  ]);
  const attachedIds = messages.flatMap(({ attachmentIds }) => attachmentIds);
  const attachments = await db.attachment.findMany({ where: { id: { in: attachedIds } }, omit: { bytes: true } });
  return { messages, attachments, allocations, holds, history };
}

export type CaseFile = Awaited<ReturnType<typeof readCaseFile>>;
