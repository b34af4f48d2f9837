import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { aboutCustomer } from './obstacle-to-erasure.ts';

/** What is read at once of what there may be thousands of. */
const BATCH = 100;

const INVOICE_NUMBER = { select: { number: true } } as const;
const FIRST_FIRST = { orderBy: { id: 'asc' } } as const;
const REFUNDS = { refunds: { omit: { contentHash: true }, ...FIRST_FIRST } } as const;
/** Of the search and of the machine, and no data about anybody. */
const NO_SEARCH = { searchText: true } as const;

/** A customer's card; null when there is none. */
export async function readPersonalCard(db: Database, customerId: string) {
  return db.customer.findFirst({
    where: { id: customerId },
    omit: { ...NO_SEARCH, contentHash: true },
    include: {
      group: { select: { name: true } },
      scenario: { select: { name: true } },
      collector: { select: { name: true } },
    },
  });
}

/**
 * Everything stored about a customer and his contacts (GDPR art. 15 and 20) beside his card, list by list, each read when its turn
 * comes. Of statements, which are about others too, only what is about him; of files their names and hashes.
 */
export function personalData(db: Database, customerId: string): Record<string, () => AsyncIterable<object>> {
  const where = { customerId };
  return {
    contacts: () => once(db.contact.findMany({ where, omit: NO_SEARCH, orderBy: { position: 'asc' } })),
    consents: () => once(db.consent.findMany({ where, ...FIRST_FIRST })),
    invoices: () => once(readInvoices(db, customerId)),
    payments: () => once(readPayments(db, customerId)),
    promises: () => once(db.hold.findMany({ where: { ...where, kind: 'promise' }, ...ABOUT_INVOICE })),
    disputes: () => once(db.hold.findMany({ where: { ...where, kind: 'dispute' }, ...ABOUT_INVOICE })),
    other_holds: () =>
      once(db.hold.findMany({ where: { ...where, kind: { notIn: ['promise', 'dispute'] } }, ...ABOUT_INVOICE })),
    calls: () => history(db, { ...where, kind: 'call' }),
    notes: () => history(db, { ...where, kind: 'note' }),
    tasks: () => once(readActions(db, customerId)),
    decisions: () => once(readDecisions(db, customerId)),
    qualifications: () => once(db.qualification.findMany({ where, omit: { contentHash: true }, ...FIRST_FIRST })),
    messages: () => messages(db, customerId),
    history: () => history(db, { ...where, kind: { notIn: ['call', 'note'] } }),
  };
}

const ABOUT_INVOICE = { include: { invoice: INVOICE_NUMBER }, ...FIRST_FIRST } as const;

async function* once(rows: Promise<object[]>): AsyncIterable<object> {
  yield* await rows;
}

/** Invoices and credit notes with their case files, what was set against them or paid back of them, and what became of each step. */
const readInvoices = (db: Database, customerId: string) =>
  db.invoice.findMany({
    where: { customerId },
    omit: { contentHash: true },
    include: {
      referrer: { select: { name: true } },
      notary: { select: { name: true } },
      stepRecords: FIRST_FIRST,
      allocations: { include: { creditNote: INVOICE_NUMBER }, ...FIRST_FIRST },
      ...REFUNDS,
    },
    ...FIRST_FIRST,
  });

const readPayments = (db: Database, customerId: string) =>
  db.payment.findMany({
    where: { customerId },
    omit: { contentHash: true, answer: true },
    include: { allocations: { include: { invoice: INVOICE_NUMBER }, ...FIRST_FIRST }, ...REFUNDS },
    ...FIRST_FIRST,
  });

const readActions = (db: Database, customerId: string) =>
  db.action.findMany({
    where: { customerId },
    omit: NO_SEARCH,
    include: { invoices: { select: { invoice: INVOICE_NUMBER } }, specific: true },
    ...FIRST_FIRST,
  });

async function readDecisions(db: Database, customerId: string) {
  const ids = { where: { customerId }, select: { id: true } } as const;
  const [invoices, actions] = await Promise.all([db.invoice.findMany(ids), db.action.findMany(ids)]);
  const among = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) });
  return db.decision.findMany({
    where: { OR: [{ invoiceId: among(invoices) }, { actionId: among(actions) }] },
    orderBy: { requestedAt: 'asc' },
  });
}

async function* history(db: Database, where: Prisma.HistoryEntryWhereInput): AsyncIterable<object> {
  yield* inBatches((after) =>
    db.historyEntry.findMany({ where: { AND: [where, after] }, include: { invoice: INVOICE_NUMBER }, ...NEXT }),
  );
}

async function* messages(db: Database, customerId: string): AsyncIterable<object> {
  const rows = inBatches((after) =>
    db.message.findMany({
      where: { AND: [aboutCustomer(customerId), after] },
      omit: { ...NO_SEARCH, contactHash: true, companyHash: true },
      include: {
        content: { select: { html: true, text: true, senderName: true, senderEmail: true, erasedAt: true } },
        items: { where: { invoice: { customerId } }, include: { invoice: INVOICE_NUMBER } },
        proofs: { omit: { bytes: true } },
      },
      ...NEXT,
    }),
  );
  for await (const row of rows) {
    const attachments = await db.attachment.findMany({
      where: { id: { in: row.attachmentIds } },
      omit: { bytes: true },
    });
    yield row.origin === 'statement' ? { ...row, recipients: [], content: null } : { ...row, attachments };
  }
}

const NEXT = { ...FIRST_FIRST, take: BATCH } as const;

/** In the order of their ids, from one batch to the next. */
async function* inBatches<Row extends { id: string }>(
  read: (after: { id?: { gt: string } }) => Promise<Row[]>,
): AsyncIterable<Row> {
  for (let after = {}; ;) {
    const rows = await read(after);
    yield* rows;
    if (rows.length < BATCH) return;
    after = { id: { gt: rows.at(-1)!.id } };
  }
}
