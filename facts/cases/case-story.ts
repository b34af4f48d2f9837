import { storedEntry } from '../../domain/case/history-text.ts';
import type { CaseStory, PastMessage } from '../../domain/case/past-case.ts';
import { isPostedByPerson, PROVIDER_PERSON } from '../../domain/messages/connectors.ts';
import type { Database } from '../../prisma/client.ts';

/**
 * Everything that is kept of an invoice's life, in the order in which it was written, with the instant from which each
 * item was known. `ownAt` is the instant of the invoice's first history line; null when it has none.
 */
export async function readStory(db: Database, { id: invoiceId, customerId }: { id: string; customerId: string }) {
  const ofCustomer = [
    { customerId, invoiceId: null, kind: 'changed' },
    { customerId, kind: 'paused', data: { path: ['customer'], equals: true } },
  ];
  const [lines, records, items, holds, allocations, refunds] = await Promise.all([
    db.historyEntry.findMany({ where: { OR: [{ invoiceId }, ...ofCustomer] }, orderBy: { id: 'asc' } }),
    db.stepRecord.findMany({ where: { invoiceId }, orderBy: { id: 'asc' } }),
    db.messageItem.findMany({
      where: { invoiceId, information: false },
      orderBy: { messageId: 'asc' },
      include: { message: { include: { action: { select: { settledAt: true } } } } },
    }),
    db.hold.findMany({ where: { customerId, OR: [{ invoiceId }, { invoiceId: null }] }, orderBy: { sinceAt: 'asc' } }),
    db.allocation.findMany({ where: { OR: [{ invoiceId }, { creditNoteId: invoiceId }] } }),
    db.refund.findMany({ where: { creditNoteId: invoiceId } }),
  ]);
  // A letter that a person posted days ago counts from the day of posting, but was not known before the person said so;
  // nor was a message whose outcome was found out later.
  const saidAt = new Map(
    items.flatMap(({ message }): [string, Date][] => {
      const said = message.provider === PROVIDER_PERSON ? message.action?.settledAt : message.settledAt;
      return said ? [[message.id, said]] : [];
    }),
  );
  const knownAt = (at: Date, messageId: string | null): string => {
    const said = messageId === null ? undefined : saidAt.get(messageId);
    return (said && said > at ? said : at).toISOString();
  };
  const story: CaseStory = {
    entries: lines.map((line) => ({
      ...storedEntry(line),
      at: line.kind === 'sent' ? knownAt(line.at, line.messageId) : line.at.toISOString(),
      messageId: line.messageId,
    })),
    records: records.map((record) => ({ ...record, at: knownAt(record.at, record.messageId) })),
    messages: items.flatMap(({ message, cycle, stepKey, repeat }): PastMessage[] => {
      if (stepKey === null || repeat > 0) return [];
      const { id, origin, reservedAt } = message;
      const fromAt = reservedAt.toISOString();
      const untilAt = message.settledAt && knownAt(message.settledAt, message.id);
      const isPosted = isPostedByPerson(message);
      const madeAt = message.renderedAt?.toISOString() ?? null;
      return [{ id, cycle, stepKey, fromAt, madeAt, untilAt, isPosted, carries: !isPosted || origin !== 'step' }];
    }),
  };
  const ownAt = lines.find((line) => line.invoiceId === invoiceId)?.at ?? null;
  return { story, ownAt, records, holds, allocations, refunds };
}

export type StoredStory = Awaited<ReturnType<typeof readStory>>;
