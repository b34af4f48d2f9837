import type { Database } from '../../../prisma/client.ts';
import type { MessageProof } from '../../../prisma/generated/client.ts';
import { sha256 } from '../../content-hash.ts';
import { lockCustomer } from '../../customers/lock-customer.ts';
import { recordHistory } from '../../history.ts';
import type { FactContext } from '../../outcome.ts';
import { invalid, notFound } from '../../refused.ts';
import { keepProofs, type NewProof } from './settle-letter.ts';

export const PROOF_KINDS = [
  'deposit',
  'content',
  'receipt',
  'refusal',
  'unclaimed',
  'undelivered',
  'download',
] as const;

/** Stores a file that a person scanned with the letter it proves. Refuses a message that is no letter. */
export async function keepProof(
  db: Database,
  context: FactContext,
  messageId: string,
  proof: NewProof,
): Promise<MessageProof> {
  return db.$transaction(async (tx) => {
    const message = await tx.message.findFirst({
      where: { id: messageId, creditorId: context.creditorId },
      include: { items: { where: { information: false }, include: { invoice: { select: { customerId: true } } } } },
    });
    if (!message) throw notFound();
    // A statement is about several customers: that one of them was erased does not prevent proofs for the others.
    if (message.origin !== 'statement') await lockCustomer(tx, context, message.customerId);
    if (message.kind !== 'letter')
      throw invalid('not_a_letter', '', 'Only a letter has a receipt.', 'Name the message of a letter.');
    const where = { messageId_kind_sha256: { messageId, kind: proof.kind, sha256: sha256(proof.bytes) } };
    const earlier = await tx.messageProof.findUnique({ where });
    if (earlier) return earlier;
    await keepProofs(tx, { message, source: 'person', at: context.at }, [proof]);
    const data = { text: `preuve ajoutée\u00a0: ${proof.filename}` };
    // A statement's cases belong to several customers: each line goes to the customer of its case.
    const lines = message.items.map(({ invoiceId, invoice: { customerId } }) => ({
      ...{ customerId, invoiceId, kind: 'note' as const, data, messageId },
    }));
    await recordHistory(tx, context, lines);
    return tx.messageProof.findUniqueOrThrow({ where });
  });
}
