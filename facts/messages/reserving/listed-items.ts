import { CANNOT_BE_MADE } from '../../../domain/case/attention-codes.ts';
import { isFormalNoticeLevel } from '../../../domain/ladder/step.ts';
import { isPostedByPerson } from '../../../domain/messages/connectors.ts';
import { toDateColumn } from '../../../prisma/dates.ts';
import type { Channel, LetterKind, SendingUnit } from '../../../prisma/generated/client.ts';
import type { Database, Transaction } from '../../../prisma/client.ts';
import { localDayAt } from '../../business-calendar.ts';
import { HOLDS_IN_FORCE } from '../../case-facts.ts';
import type { ReservedItem } from './reserve-message.ts';

export interface ListingMessage {
  customerId: string;
  currency: string;
  /** The unit of the message's leading step. */
  unit: SendingUnit | undefined;
  kind: Channel;
  letterKind: LetterKind | null;
  viaPrintProvider?: boolean;
  level: number;
  /** The message's own invoices. */
  ownIds: readonly string[];
}

/**
 * The other invoices that a message of unit `account` lists for information: those open and not held; with a formal
 * notice only those overdue. Nothing is recorded for them, but the message is remade when one changes before it leaves.
 * A letter that waits to be posted lists none, so that other invoices do not outdate it. Invoices that made a message
 * impossible to draw are left out.
 */
export async function listedItems(
  db: Database | Transaction,
  message: ListingMessage,
  at: Date,
): Promise<ReservedItem[]> {
  const { customerId, currency, ownIds } = message;
  if (message.unit !== 'account' || isPostedByPerson(message)) return [];
  const onlyOverdue = isFormalNoticeLevel(message.level) ? { dueOn: { lt: await today(db, customerId, at) } } : {};
  const others = await db.invoice.findMany({
    where: {
      ...{ customerId, currency, kind: 'invoice', closedAs: null, balanceCents: { gt: 0 } },
      id: { notIn: [...ownIds] },
      holds: { none: HOLDS_IN_FORCE.where },
      ...CAN_BE_DRAWN,
      ...onlyOverdue,
    },
    select: { id: true, cycle: true, level: true, balanceCents: true },
    orderBy: { id: 'asc' },
  });
  return others.map(({ id, balanceCents, ...reached }) => ({
    ...reached,
    invoiceId: id,
    amountCents: balanceCents,
    stepKey: null,
    repeat: 0,
    information: true,
  }));
}

const CAN_BE_DRAWN = {
  OR: [{ attentionCode: null }, { attentionCode: { not: CANNOT_BE_MADE } }],
};

async function today(db: Database | Transaction, customerId: string, at: Date): Promise<Date> {
  const { creditor } = await db.customer.findUniqueOrThrow({
    where: { id: customerId },
    select: { creditor: { select: { settings: { select: { timeZone: true } } } } },
  });
  return toDateColumn(localDayAt(creditor, at));
}
