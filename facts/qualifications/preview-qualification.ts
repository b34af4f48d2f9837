import type { Database, Transaction } from '../../prisma/client.ts';
import type { QualificationInput } from '../inputs/specific-action.ts';
import { keepNothing } from '../keep-nothing.ts';
import { type ReadMessage, readMessage } from '../messages/drawing/draw-message.ts';
import type { FactContext } from '../outcome.ts';
import { prepareQualification } from './qualify.ts';

/** The mails that a qualification would send; null where it sends none. */
export interface QualificationPreview {
  customer: ReadMessage | null;
  colleague: ReadMessage | null;
}

/**
 * The mails that a qualification would send at once, with the statuses that it sets, since an acknowledgement names
 * what was promised. Everything is done and rolled back. Refuses what the qualification would refuse.
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
