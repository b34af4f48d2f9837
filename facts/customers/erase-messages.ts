import type { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { aboutCustomer } from './obstacle-to-erasure.ts';

const NO_BYTES = new Uint8Array();
const ERASED_FILE = 'erased';

/**
 * Erases the bytes of what was sent to a customer, what went with it and what proves it, and to whom it went; their SHA-256 and the day stay.
 * Of a statement, which names him among others, the bytes go too: to whom it went is not his.
 */
export async function eraseMessages(tx: Transaction, { at }: FactContext, customerId: string): Promise<void> {
  const own = ownOf(customerId);
  await tx.messageContent.updateMany({
    where: { message: aboutCustomer(customerId) },
    data: { html: null, text: null, pdf: null, erasedAt: at },
  });
  await tx.messageProof.updateMany({
    where: { message: own },
    data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
  });
  await tx.message.updateMany({
    where: own,
    data: {
      recipients: [],
      subject: null,
      contactHash: null,
      customSubject: null,
      customBodyHtml: null,
      customRecipients: [],
      overrideReason: null,
      waitDetail: null,
      failureDetail: null,
    },
  });
  await eraseAttachments(tx, at, customerId);
}

/** What went to him alone. */
const ownOf = (customerId: string) => ({ customerId, origin: { not: 'statement' } }) as const;

/** What went to somebody else too, as general terms do, stays. */
async function eraseAttachments(tx: Transaction, at: Date, customerId: string): Promise<void> {
  const own = ownOf(customerId);
  const ids = await attachedTo(tx, { ...own, attachmentIds: { isEmpty: false } });
  if (ids.length === 0) return;
  const shared = new Set(await attachedTo(tx, { attachmentIds: { hasSome: ids }, NOT: own }));
  await tx.attachment.updateMany({
    where: { id: { in: ids.filter((id) => !shared.has(id)) } },
    data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
  });
}

async function attachedTo(tx: Transaction, where: Prisma.MessageWhereInput): Promise<string[]> {
  const messages = await tx.message.findMany({ where, select: { attachmentIds: true } });
  return messages.flatMap(({ attachmentIds }) => attachmentIds);
}
