import { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';
import { aboutCustomer } from './obstacle-to-erasure.ts';

const NO_BYTES = new Uint8Array();
const ERASED_FILE = 'erased';

/**
 * Erases the bytes of what was sent to a customer, what went with it and what proves it, and to whom it went; their SHA-256 and the day stay.
 * Of a statement, which names him among others, the bytes and their proofs go too: to whom it went is not his. Answers how much there was.
 */
export async function eraseMessages(tx: Transaction, context: FactContext, customerId: string): Promise<number> {
  const { at } = context;
  const about = aboutCustomer(customerId);
  const contents = await tx.messageContent.updateMany({
    where: { message: about, erasedAt: null },
    data: { html: null, text: null, pdf: null, erasedAt: at },
  });
  const proofs = await tx.messageProof.updateMany({
    where: { message: about, erasedAt: null },
    data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
  });
  const messages = await eraseWords(tx, customerId);
  return contents.count + proofs.count + messages.count + (await eraseAttachments(tx, context, customerId));
}

const KNOWN = { not: null } as const;
const SOME = { isEmpty: false } as const;

/** What was written for a message to him, and by those who were to take it. */
const eraseWords = (tx: Transaction, customerId: string) =>
  tx.message.updateMany({
    where: {
      ...ownOf(customerId),
      OR: [
        ...[{ recipients: SOME }, { subject: KNOWN }, { contactHash: KNOWN }, { customSubject: KNOWN }],
        ...[{ customBodyHtml: KNOWN }, { customRecipients: SOME }, { overrideReason: KNOWN }],
        ...[{ waitDetail: KNOWN }, { failureDetail: KNOWN }],
      ],
    },
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

/** What went to him alone. */
const ownOf = (customerId: string) => ({ customerId, origin: { not: 'statement' } }) as const;

/** What went to somebody else too, as general terms do, stays. Its rows are taken first: whoever sends one of them now is seen afterwards. */
async function eraseAttachments(tx: Transaction, { creditorId, at }: FactContext, customerId: string): Promise<number> {
  const his = Prisma.sql`m."customerId" = ${customerId}::uuid AND m.origin <> 'statement'`;
  const filesOf = (messages: Prisma.Sql) => Prisma.sql`
    SELECT unnest(m."attachmentIds")::uuid FROM messages m WHERE m."creditorId" = ${creditorId}::uuid AND ${messages}`;
  const taken = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM attachments WHERE "creditorId" = ${creditorId}::uuid AND "erasedAt" IS NULL AND id IN (${filesOf(his)})
    ORDER BY id FOR UPDATE`;
  if (taken.length === 0) return 0;
  return tx.$executeRaw`
    UPDATE attachments SET bytes = ${NO_BYTES}, filename = ${ERASED_FILE}, "erasedAt" = ${at}
    WHERE "creditorId" = ${creditorId}::uuid AND "erasedAt" IS NULL
      AND id IN (${filesOf(his)} EXCEPT ${filesOf(Prisma.sql`NOT (${his})`)})`;
}
