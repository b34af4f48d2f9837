import type { Database, Transaction } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { CARRIER } from '../../prisma/posted-by-person.ts';

/** What an action's view is made of. */
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
      viaPrintProvider: true,
      items: { where: { information: false }, select: { amountCents: true } },
    },
  },
  openSteps: {
    include: { message: CARRIER, invoice: { select: { scenarioVersion: { select: { unit: true } } } } },
    orderBy: { level: 'desc' },
  },
} as const;

/** Actions with their parts, in the order asked. */
export async function readActions(
  db: Database | Transaction,
  query: Pick<Prisma.ActionFindManyArgs, 'where' | 'orderBy' | 'take'>,
) {
  return db.action.findMany({ ...query, include: PARTS });
}

export type ActionRow = Awaited<ReturnType<typeof readActions>>[number];

/** A print provider takes the message that it became: nobody is to post it. */
export const isByPrintProvider = ({ messageId, messages }: Pick<ActionRow, 'messageId' | 'messages'>): boolean =>
  messages.some(({ id, viaPrintProvider }) => id === messageId && viaPrintProvider);

/** Messages that a person sent beside it carry all its steps. */
export const isCarried = ({ openSteps }: Pick<ActionRow, 'openSteps'>): boolean =>
  openSteps.length > 0 && openSteps.every(({ messageId }) => messageId !== null);

/** What an action is about, in cents: what was asked for by the message that it became, else what is owed today. */
export function amountCentsOf({ state, messageId, messages, invoices }: ActionRow): number {
  const sent = state === 'done' ? messages.find(({ id }) => id === messageId) : undefined;
  const cents =
    sent?.items.map(({ amountCents }) => amountCents) ?? invoices.map(({ invoice }) => invoice.balanceCents);
  return cents.reduce((sum, each) => sum + each, 0);
}
