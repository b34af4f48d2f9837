import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { CARRIER } from '../../prisma/posted-by-person.ts';
import { lineStops, WAITS_FOR_LINE } from '../messages/sending-lines/sending-line.ts';

/** The relations that an action's view is made from. */
const PARTS = {
  specific: true,
  customer: {
    select: { id: true, name: true, reference: true, collector: { select: { id: true, name: true } }, erasedAt: true },
  },
  assignee: { select: { id: true, name: true } },
  invoices: {
    include: { invoice: { select: { id: true, number: true, balanceCents: true, currency: true } } },
    orderBy: { invoiceId: 'asc' },
  },
  messages: {
    select: {
      id: true,
      kind: true,
      letterKind: true,
      viaPrintProvider: true,
      status: true,
      reservedAt: true,
      renderedAt: true,
      actor: true,
      items: { where: { information: false }, select: { amountCents: true } },
    },
  },
  openSteps: {
    include: {
      message: { select: { ...CARRIER.select, ...WAITS_FOR_LINE } },
      invoice: { select: { scenarioVersion: { select: { unit: true } } } },
    },
    orderBy: { level: 'desc' },
  },
} as const;

/**
 * Reads actions with their relations, in the order asked for, and since when the line is stopped that the message of a
 * step waits for.
 */
export async function readActions(
  db: Database | Transaction,
  query: Pick<Prisma.ActionFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  const rows = await db.action.findMany({ ...query, include: PARTS });
  const messageOf = ({ openSteps }: (typeof rows)[number]) => openSteps[0]?.message;
  const stoppedAt = await lineStops(
    db,
    rows.map((row) => ({ creditorId: row.creditorId, message: messageOf(row) })),
  );
  return rows.map((row) => ({ ...row, lineStoppedAt: stoppedAt(row.creditorId, messageOf(row)) }));
}

export type ActionRow = Awaited<ReturnType<typeof readActions>>[number];

/** True when a print provider takes the action's message: then nobody has to post it. */
export const isByPrintProvider = ({ messageId, messages }: Pick<ActionRow, 'messageId' | 'messages'>): boolean =>
  messages.some(({ id, viaPrintProvider }) => id === messageId && viaPrintProvider);

/** True when messages that a person sent separately already carry all steps of the action. */
export const isCarried = ({ openSteps }: Pick<ActionRow, 'openSteps'>): boolean =>
  openSteps.length > 0 && openSteps.every(({ messageId }) => messageId !== null);

/**
 * The amount that the action is about, in cents: what its message asked for once it is sent, otherwise what is owed
 * today.
 */
export function amountCentsOf({ state, messageId, messages, invoices }: ActionRow): number {
  const sent = state === 'done' ? messages.find(({ id }) => id === messageId) : undefined;
  const cents =
    sent?.items.map(({ amountCents }) => amountCents) ?? invoices.map(({ invoice }) => invoice.balanceCents);
  return cents.reduce((sum, each) => sum + each, 0);
}
