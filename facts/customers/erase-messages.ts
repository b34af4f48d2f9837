import { Prisma } from '../../prisma/generated/client.ts';
import type { Transaction } from '../../prisma/client.ts';
import type { FactContext } from '../outcome.ts';

const NO_BYTES = new Uint8Array();
const ERASED_FILE = 'erased';
const AT_ONCE = 1_000;

/**
 * Erases the bytes of what was sent to a customer, its attachments, its proofs and its recipients; SHA-256 and day
 * stay. For a statement, which names other customers too, bytes and proofs go, but its recipient stays. Returns how
 * much there was.
 */
export async function eraseMessages(tx: Transaction, context: FactContext, customerId: string): Promise<number> {
  const erased = [
    await eraseBytes(tx, context, customerId),
    (await eraseWords(tx, customerId)).count,
    await eraseAttachments(tx, context, customerId),
  ];
  return erased.reduce((sum, count) => sum + count, 0);
}

/**
 * Works in batches: one statement over tens of thousands of messages would take longer than a connection may be silent.
 */
async function eraseBytes(tx: Transaction, { creditorId, at }: FactContext, customerId: string): Promise<number> {
  // The same messages as `aboutCustomer`, as a union so that each part uses its own index.
  const messages = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM messages WHERE "creditorId" = ${creditorId}::uuid AND "customerId" = ${customerId}::uuid
    UNION SELECT t."messageId" FROM message_items t JOIN invoices i ON i.id = t."invoiceId"
    WHERE i."creditorId" = ${creditorId}::uuid AND i."customerId" = ${customerId}::uuid`;
  let erased = 0;
  for (let first = 0; first < messages.length; first += AT_ONCE) {
    const some = messages.slice(first, first + AT_ONCE);
    const about = { messageId: { in: some.map(({ id }) => id) }, erasedAt: null };
    const contents = await tx.messageContent.updateMany({
      where: about,
      data: { html: null, text: null, pdf: null, erasedAt: at },
    });
    const proofs = await tx.messageProof.updateMany({
      where: about,
      data: { bytes: NO_BYTES, filename: ERASED_FILE, erasedAt: at },
    });
    erased += contents.count + proofs.count;
  }
  return erased;
}

const KNOWN = { not: null } as const;
const SOME = { isEmpty: false } as const;

/** Erases what was written for a message to the customer, and what providers said about it. */
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

/** Messages that went to this customer alone. */
const ownOf = (customerId: string) => ({ customerId, origin: { not: 'statement' } }) as const;

/**
 * Attachments sent to others too, such as general terms, stay. The rows are locked first, so that anyone sending one
 * now is seen.
 */
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
