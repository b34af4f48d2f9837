import type { Database } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { LEAVING_ACTION } from './leaving-action.ts';

const WORKABLE = { kind: 'invoice', closedAs: null, attentionCode: null } as const;
const UNHELD = {
  holds: { none: { endedAt: null } },
  customer: { holds: { none: { endedAt: null, invoiceId: null } } },
} as const;

const STOPPING = { endedAt: null, kind: { in: ['litigation', 'pause'] } } satisfies Prisma.HoldWhereInput;

type Look = (db: Database, at: Date) => Promise<number>;

/** In the order in which work goes on: what leaves one place while it is looked for is found in a later one. */
const PLACES: readonly Look[] = [
  // Holds that have not ended.
  (db, at) =>
    db.hold.count({
      where: {
        endedAt: null,
        endsAt: { lte: at },
        OR: [{ invoice: { closedAs: null } }, { invoiceId: null, customer: { invoices: { some: WORKABLE } } }],
      },
    }),
  // Automatic steps that have not left, and preventive ones that have not fallen away.
  (db, at) =>
    db.openStep.count({
      where: {
        OR: [{ mode: 'automatic', dueAt: { lte: at } }, { lapsesAt: { lte: at } }],
        messageId: null,
        invoice: { ...WORKABLE, ...UNHELD },
      },
    }),
  // Specific actions that have not left, though one of their invoices is free.
  (db, at) =>
    db.action.count({
      where: {
        ...LEAVING_ACTION,
        dueAt: { lte: at },
        customer: { holds: { none: { endedAt: null, invoiceId: null } } },
        invoices: { some: { invoice: { ...WORKABLE, holds: { none: STOPPING } } } },
      },
    }),
  // Runs that have not taken or refused each of their invoices.
  (db, at) => db.run.count({ where: { takenAt: null, createdAt: { lte: at } } }),
  // Messages on their way, but for letters that a person posts.
  (db, at) =>
    db.message.count({
      where: {
        OR: [
          { status: { in: ['reserved', 'rendered', 'sending', 'ambiguous'] }, nextTryAt: { lte: at } },
          { status: { in: ['reserved', 'sending'] }, nextTryAt: null },
          {
            status: 'rendered',
            nextTryAt: null,
            NOT: { kind: 'letter', letterKind: { not: 'simple' }, viaPrintProvider: false },
          },
        ],
      },
    }),
  // Cases that have not planned with the newest facts.
  (db) => db.invoice.count({ where: { ...WORKABLE, version: { gt: db.invoice.fields.plannedVersion } } }),
];

/**
 * How much is still to be done of what was due at or before `at`, in the first place where there is anything: 0 when all is
 * done. What waits for a person or for a later try does not count.
 */
export async function countUnsettled(db: Database, at: Date): Promise<number> {
  // Twice: a plan may bring a step back that is due at once.
  for (const look of [...PLACES, ...PLACES]) {
    const left = await look(db, at);
    if (left > 0) return left;
  }
  return 0;
}
