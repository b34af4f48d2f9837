import type { Database, Transaction } from '../../prisma/client.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import { keepNothing } from '../keep-nothing.ts';
import { type ReadMessage, readMessage } from '../messages/draw-message.ts';
import type { FactContext } from '../outcome.ts';
import { prepareQualification } from './qualify.ts';

/** The mails that a qualification would send, each null where it writes to nobody. */
export interface QualificationPreview {
  customer: ReadMessage | null;
  colleague: ReadMessage | null;
}

/**
 * What a qualification would send at once, as it would leave: with the statuses that it gives, since an acknowledgement says what was
 * promised. Everything is done as it would be and nothing of it stays. Refuses what would be refused.
 */
export async function previewQualification(
  db: Database,
  context: FactContext,
  input: QualificationInput,
  consoleUrl: string,
): Promise<QualificationPreview> {
  return keepNothing(db, async (tx) => {
    const { sent } = await prepareQualification(tx, context, input, consoleUrl);
    const customer = await readSent(tx, context, sent.customerMessageId);
    const colleague = await readSent(tx, context, sent.colleagueMessageId);
    return { customer, colleague };
  });
}

async function readSent(tx: Transaction, { at }: FactContext, messageId: string | null): Promise<ReadMessage | null> {
  return messageId === null ? null : readMessage(tx, { messageId, at: at.toISOString() });
}
