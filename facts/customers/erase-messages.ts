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
  const about = await tx.message.findMany({
    where: aboutCustomer(customerId),
    select: { id: true, origin: true, attachmentIds: true },
  });
  const all = about.map(({ id }) => id);
  const own = about.filter(({ origin }) => origin !== 'statement').map(({ id }) => id);
  await tx.messageContent.updateMany({
    where: { messageId: { in: all } },
    data: { html: null, text: null, pdf: null, erasedAt: at },
  });
  await tx.messageProof.updateMany({
    where: { messageId: { in: own } },
    data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
  });
  await tx.message.updateMany({
    where: { id: { in: own } },
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
  await eraseAttachments(
    tx,
    at,
    own,
    about.flatMap(({ attachmentIds }) => attachmentIds),
  );
}

/** What went to somebody else too, as general terms do, stays. */
async function eraseAttachments(tx: Transaction, at: Date, own: readonly string[], ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const others = await tx.message.findMany({
    where: { attachmentIds: { hasSome: ids }, id: { notIn: [...own] } },
    select: { attachmentIds: true },
  });
  const shared = new Set(others.flatMap(({ attachmentIds }) => attachmentIds));
  await tx.attachment.updateMany({
    where: { id: { in: ids.filter((id) => !shared.has(id)) } },
    data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
  });
}
