import type { Database } from '../../prisma/client.ts';
import type { HistoryData } from '../../domain/case/history-text.ts';
import type { Message, Prisma } from '../../prisma/generated/client.ts';
import { aboutCustomer } from './obstacle-to-erasure.ts';

/** The number of rows read at once from lists that may have thousands. */
const BATCH = 100;

const INVOICE_NUMBER = { select: { number: true } } as const;
const FIRST_FIRST = { orderBy: { id: 'asc' } } as const;
const REFUNDS = { refunds: { omit: { contentHash: true }, ...FIRST_FIRST } } as const;
/** A column that only the search uses; it holds no other data about anybody. */
const NO_SEARCH = { searchText: true } as const;

/** A customer's own row; null when there is none. */
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
 * Everything stored about a customer and their contacts (GDPR art. 15 and 20), besides their own row, list by list,
 * each read only when it is iterated. Statements and payments may be about others too: only what is about this
 * customer. Files: names and hashes.
 */
export function personalData(db: Database, customerId: string): Record<string, () => AsyncIterable<object>> {
  const where = { customerId };
  return {
    contacts: () => once(db.contact.findMany({ where, omit: NO_SEARCH, orderBy: { position: 'asc' } })),
    consents: () => once(db.consent.findMany({ where, ...FIRST_FIRST })),
    invoices: () => invoices(db, customerId),
    payments: () => payments(db, customerId),
    promises: () => once(db.hold.findMany({ where: { ...where, kind: 'promise' }, ...ABOUT_INVOICE })),
    disputes: () => once(db.hold.findMany({ where: { ...where, kind: 'dispute' }, ...ABOUT_INVOICE })),
    other_holds: () =>
      once(db.hold.findMany({ where: { ...where, kind: { notIn: ['promise', 'dispute'] } }, ...ABOUT_INVOICE })),
    calls: () => history(db, customerId, { kind: 'call' }),
    notes: () => history(db, customerId, { kind: 'note' }),
    tasks: () => tasks(db, customerId),
    decisions: () => decisions(db, customerId),
    qualifications: () => once(db.qualification.findMany({ where, omit: { contentHash: true }, ...FIRST_FIRST })),
    messages: () => messages(db, customerId),
    history: () => history(db, customerId, { kind: { notIn: ['call', 'note'] } }),
  };
}

const ABOUT_INVOICE = { include: { invoice: INVOICE_NUMBER }, ...FIRST_FIRST } as const;

async function* once(rows: Promise<object[]>): AsyncIterable<object> {
  yield* await rows;
}

/** Invoices and credit notes with their case files, allocations, refunds and the outcome of each step. */
const invoices = (db: Database, customerId: string) =>
  inBatches((after) =>
    db.invoice.findMany({
      where: { customerId, ...after },
      omit: { contentHash: true },
      include: {
        referrer: { select: { name: true } },
        notary: { select: { name: true } },
        stepRecords: FIRST_FIRST,
        ...REFUNDS,
        allocations: { include: { creditNote: INVOICE_NUMBER }, ...FIRST_FIRST },
      },
      ...NEXT,
    }),
  );

/** The part of a payment that paid other customers' invoices is given as one sum, in integer cents. */
async function* payments(db: Database, customerId: string): AsyncIterable<object> {
  const rows = inBatches((after) =>
    db.payment.findMany({
      where: { customerId, ...after },
      omit: { contentHash: true, answer: true },
      include: {
        allocations: {
          where: { invoice: { customerId } },
          include: { invoice: INVOICE_NUMBER },
          ...FIRST_FIRST,
        },
        ...REFUNDS,
      },
      ...NEXT,
    }),
  );
  for await (const row of rows) {
    const forOthers = { paymentId: row.id, reversedAt: null, invoice: { customerId: { not: customerId } } };
    const { _sum: sum } = await db.allocation.aggregate({ where: forOthers, _sum: { amountCents: true } });
    yield { ...row, allocatedToOthersCents: sum.amountCents ?? 0 };
  }
}

const tasks = (db: Database, customerId: string) =>
  inBatches((after) =>
    db.action.findMany({
      where: { customerId, ...after },
      omit: NO_SEARCH,
      include: { invoices: { select: { invoice: INVOICE_NUMBER } }, specific: true },
      ...NEXT,
    }),
  );

/** Decisions about the customer's invoices, then those about an action alone. */
async function* decisions(db: Database, customerId: string): AsyncIterable<object> {
  const first = { orderBy: { requestedAt: 'asc' } } as const;
  const some = { select: { id: true }, ...NEXT } as const;
  const ids = (rows: { id: string }[]) => ({ in: rows.map(({ id }) => id) });
  for await (const rows of batches((after) => db.invoice.findMany({ where: { customerId, ...after }, ...some })))
    yield* await db.decision.findMany({ where: { invoiceId: ids(rows) }, ...first });
  for await (const rows of batches((after) => db.action.findMany({ where: { customerId, ...after }, ...some })))
    yield* await db.decision.findMany({ where: { actionId: ids(rows), invoiceId: null }, ...first });
}

/**
 * Leaves out the numbers of other customers' documents that the money went to, and the addresses that a statement was
 * sent to.
 */
async function* history(db: Database, customerId: string, where: Prisma.HistoryEntryWhereInput): AsyncIterable<object> {
  const rows = batches((after) =>
    db.historyEntry.findMany({
      where: { AND: [{ customerId }, where, after] },
      include: { invoice: INVOICE_NUMBER },
      ...NEXT,
    }),
  );
  for await (const batch of rows) {
    const named = batch.flatMap(({ data }) => numbersIn(data as HistoryData));
    const own = await db.invoice.findMany({ where: { customerId, number: { in: named } }, select: { number: true } });
    const known = new Set(own.map(({ number }) => number));
    for (const row of batch) yield { ...row, data: about(row.kind, row.data as HistoryData, known) };
  }
}

const numbersIn = ({ invoiceNumber, creditNoteNumber }: HistoryData): string[] =>
  [invoiceNumber, creditNoteNumber].filter((number) => typeof number === 'string');

function about(kind: string, data: HistoryData, own: ReadonlySet<string>): HistoryData {
  const { invoiceNumber, creditNoteNumber, to, ...rest } = data;
  return {
    ...rest,
    ...(invoiceNumber && own.has(invoiceNumber) ? { invoiceNumber } : {}),
    ...(creditNoteNumber && own.has(creditNoteNumber) ? { creditNoteNumber } : {}),
    ...(to && kind !== 'statement' ? { to } : {}),
  };
}

async function* messages(db: Database, customerId: string): AsyncIterable<object> {
  const rows = inBatches((after) =>
    db.message.findMany({
      where: { AND: [aboutCustomer(customerId), after] },
      omit: { ...NO_SEARCH, accountHash: true, contactHash: true, companyHash: true },
      include: {
        content: { select: { html: true, text: true, senderName: true, senderEmail: true, erasedAt: true } },
        items: { where: { invoice: { customerId } }, include: { invoice: INVOICE_NUMBER } },
        thirdParty: { select: { name: true } },
        proofs: { omit: { bytes: true } },
      },
      ...NEXT,
    }),
  );
  for await (const row of rows) {
    if (row.origin === 'statement') {
      yield ofStatement(row);
      continue;
    }
    const attachments = await db.attachment.findMany({
      where: { id: { in: row.attachmentIds } },
      omit: { bytes: true },
    });
    yield { ...row, attachments };
  }
}

/** For a statement: to whom it was sent, when, and about which of the customer's cases; the rest is about others. */
function ofStatement(row: Statement): object {
  const { id, kind, origin, status, reservedAt, sentAt, thirdPartyRole, thirdParty, items } = row;
  const { htmlSha256, textSha256, pdfSha256 } = row;
  const sent = { id, kind, origin, status, reservedAt, sentAt, htmlSha256, textSha256, pdfSha256 };
  return { ...sent, thirdPartyRole, thirdParty, items };
}

type Statement = Pick<Message, 'id' | 'kind' | 'origin' | 'status' | 'reservedAt' | 'sentAt' | 'thirdPartyRole'> &
  Pick<Message, 'htmlSha256' | 'textSha256' | 'pdfSha256'> & {
    thirdParty: object | null;
    items: object[];
  };

const NEXT = { ...FIRST_FIRST, take: BATCH } as const;
type After = { id?: { gt: string } };

/** Reads rows in the order of their ids, batch by batch. */
async function* batches<Row extends { id: string }>(read: (after: After) => Promise<Row[]>): AsyncIterable<Row[]> {
  for (let after = {}; ;) {
    const rows = await read(after);
    yield rows;
    if (rows.length < BATCH) return;
    after = { id: { gt: rows.at(-1)!.id } };
  }
}

async function* inBatches<Row extends { id: string }>(read: (after: After) => Promise<Row[]>): AsyncIterable<Row> {
  for await (const rows of batches(read)) yield* rows;
}
