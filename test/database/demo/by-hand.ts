import { readCases } from '../../../facts/cases/case-view.ts';
import { readDocument } from '../../../facts/cases/read-document.ts';
import { CLAIM } from '../../../facts/limitation/limitation-of.ts';
import { loadAccount, ACCOUNT } from '../../../facts/messages/drawing/load-content.ts';
import { loadMessageToHandOver, MESSAGE_TO_HAND_OVER } from '../../../facts/messages/before-leaving/message-changes.ts';
import { loadMessageToDraw, MESSAGE_TO_DRAW } from '../../../facts/messages/drawing/message-to-draw.ts';
import { loadMessageToSettle, MESSAGE_TO_SETTLE } from '../../../facts/messages/settling/message-to-settle.ts';
import { readTexts } from '../../../facts/messages/texts/pick-text.ts';
import { ACTION_TO_SEND, loadActionToSend } from '../../../facts/messages/reserving/reserve-action.ts';
import { CASE, loadCaseForPlan } from '../../../facts/plan/load-case.ts';
import type { Database } from '../../../prisma/client.ts';

/** One row, read by our own SQL and by Prisma. */
export interface ReadTwice {
  byHand: unknown;
  byPrisma: unknown;
}

/** All rows of a creditor that the product reads with its own SQL. */
export async function readTwice(db: Database, creditorId: string): Promise<Record<string, ReadTwice[]>> {
  const of = { where: { creditorId }, select: { id: true } } as const;
  const invoices = await db.invoice.findMany({ where: { creditorId, kind: 'invoice' }, select: { id: true } });
  const messages = await db.message.findMany(of);
  const twice = (rows: { id: string }[], byHand: (id: string) => unknown, byPrisma: (id: string) => unknown) =>
    Promise.all(
      rows.map(async ({ id }) => ({ byHand: inOrder(await byHand(id)), byPrisma: inOrder(await byPrisma(id)) })),
    );
  const { allocations, holds } = CLAIM;
  const message = (include: object) => (id: string) => db.message.findUniqueOrThrow({ where: { id }, include });
  return {
    cases: await twice(
      invoices,
      (id) => loadCaseForPlan(db, id),
      (id) => db.invoice.findUniqueOrThrow({ where: { id }, include: CASE }),
    ),
    documents: await twice(
      await db.invoice.findMany(of),
      (id) => readDocument(db, creditorId, id),
      async (id) => ({
        row: (await readCases(db, { where: { id } }))[0],
        acknowledged: await db.invoice.findUniqueOrThrow({ where: { id }, select: { allocations, holds } }),
      }),
    ),
    actions: await twice(
      await db.action.findMany(of),
      (id) => loadActionToSend(db, id),
      (id) => db.action.findUniqueOrThrow({ where: { id }, include: ACTION_TO_SEND }),
    ),
    accounts: await twice(
      await db.customer.findMany(of),
      (customerId) => loadAccount(db, { creditorId, customerId }),
      (id) => db.customer.findUniqueOrThrow({ where: { id }, include: ACCOUNT as object }),
    ),
    drawn: await twice(messages, (id) => loadMessageToDraw(db, id), message(MESSAGE_TO_DRAW)),
    handedOver: await twice(messages, (id) => loadMessageToHandOver(db, id), message(MESSAGE_TO_HAND_OVER)),
    settled: await twice(messages, (id) => loadMessageToSettle(db, id), message(MESSAGE_TO_SETTLE)),
    texts: await twice(
      await db.template.findMany(of),
      (templateId) => readTexts(db, { creditorId, templateId }),
      (templateId) => db.templateVariant.findMany({ where: { templateId }, orderBy: { position: 'asc' } }),
    ),
  };
}

/** The row as JSON, where a Date and a date of Postgres look alike; lists without an order are sorted by id. */
function inOrder(row: unknown): unknown {
  return sorted(JSON.parse(JSON.stringify(row)));
}

const UNORDERED = new Set(['stepRecords', 'holds', 'allocations', 'payments', 'items', 'invoices']);

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keyOf = (one: unknown) => JSON.stringify((one as { id?: string; invoiceId?: string }).id ?? one);
  const inner = ([key, list]: [string, unknown]) => {
    const plain = sorted(list);
    return [
      key,
      UNORDERED.has(key) && Array.isArray(plain) ? plain.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) : plain,
    ];
  };
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(inner),
  );
}
